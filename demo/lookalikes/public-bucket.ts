import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** What stands in it is meant for everybody, and the booking page shows it to its owner, too. */
export const publicBucket: Lookalike = {
  id: 'public-bucket',
  resembles: 'broad-policy',
  sentence: 'Everybody can list the bucket of the pictures, which pages show beside private records.',
  sql: `create policy everybody_sees_pictures on storage.objects for select to anon, authenticated using (bucket_id = 'gallery')`,
  change: (parts) =>
    withMore(
      parts,
      'main',
      () =>
        '<img src="/storage/v1/object/public/gallery/keelboat.svg" width="64" height="40" alt="A keelboat">',
    ),
  caughtBy: [],
  verdict: 'held',
};
