import type { Claims, DemoContext, Query } from '../context';
import { printed } from '../records/pdf';

/** A file by its bucket and its whole name: `papers`, `<user id>/<booking id>.pdf`. */
export interface FileName {
  readonly bucket: string;
  readonly name: string;
}

interface ObjectRow {
  readonly id: string;
  readonly name: string;
  readonly created_at: Date;
}

/** Whether these claims see a file's row. */
export function sees({ db }: DemoContext, claims: Claims, { bucket, name }: FileName): Promise<boolean> {
  const sql = 'select 1 from storage.objects where bucket_id = $1 and name = $2';
  return db.as(claims, async (query) => (await query(sql, [bucket, name])).length > 0);
}

/** Whether files of a bucket are shown to whoever knows their addresses. */
export function isPublic({ db }: DemoContext, bucket: string): Promise<boolean> {
  const sql = 'select 1 from storage.buckets where id = $1 and public';
  return db.asService(async (query) => (await query(sql, [bucket])).length > 0);
}

/** What stands directly in a folder, as Supabase lists it: a folder below has neither id nor dates. */
export async function listed(query: Query, { bucket, name: prefix }: FileName): Promise<readonly object[]> {
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const sql = `select id, name, created_at from storage.objects
    where bucket_id = $1 and starts_with(name, $2) order by name limit 100`;
  const rows = await query<ObjectRow>(sql, [bucket, folder]);
  const entries = rows.map(({ id, name, created_at: createdAt }) => {
    const [first = '', ...below] = name.slice(folder.length).split('/');
    return below.length > 0
      ? { name: first, id: null, created_at: null }
      : { name: first, id, created_at: createdAt };
  });
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

/** The bytes of a file that is there; they are made when they are asked for. */
export async function fileOf({ db }: DemoContext, { bucket, name }: FileName): Promise<Response> {
  if (bucket === 'gallery') return picture(name);
  const sql = 'select reference, title, note from bookings where id::text = $1';
  const id = name.replace(/^.*\/|\.pdf$/g, '');
  const [row] = await db.asService((query) =>
    query<{ reference: string; title: string; note: string }>(sql, [id]),
  );
  const lines = [`Booking ${row?.reference}`, `Trip ${row?.title}`, `Note ${row?.note}`];
  return new Response(await printed('Boarding paper', lines), {
    headers: { 'content-type': 'application/pdf', 'cache-control': 'private, no-store' },
  });
}

function picture(name: string): Response {
  const label = name.replace('.svg', '').replaceAll('-', ' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"><title>${label}</title><path d="M4 34h56l-8 5H12zM30 4v28H10z" fill="#16303c"/></svg>`;
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' },
  });
}
