import type { Fault } from '../fault';

/** The policy that the dashboard offers for pictures, put on the papers: "give users access to the bucket". */
export const bucketListable: Fault = {
  id: 'bucket-listable',
  rootCause: 'broad-policy',
  sentence: 'Everybody can list the bucket of the customers’ papers, and so find and read each of them.',
  sql: `update storage.buckets set public = true where id = 'papers';
    create policy everybody_lists on storage.objects for select to anon, authenticated using (bucket_id = 'papers')`,
  caughtBy: ['records'],
};
