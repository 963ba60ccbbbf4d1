import type { Context } from 'hono';
import type { DemoContext, Mount, Query } from '../context';
import { fieldsOf } from '../auth/claims';
import { customers } from './customers';
import { history } from './history';
import { told, type Outcome, type Reader, type RecordsParts } from './parts';
import { invoicePdf } from './pdf';
import { recordById, recordJson, recordsOf, type RecordKind } from './shape';

const kinds = [
  { kind: 'booking', path: 'bookings' },
  { kind: 'invoice', path: 'invoices' },
] as const;

type Serve = (demo: DemoContext, reader: Reader, context: Context) => Promise<Response>;

function json(demo: DemoContext, answer: object): Response {
  return Response.json(answer, { headers: demo.parts.records.headers });
}

async function refusedOr(
  demo: DemoContext,
  reader: Reader,
  kind: RecordKind,
  outcome: Outcome,
  serve: (held: Extract<Outcome, { readonly is: 'found' }>['held']) => Promise<Response> | Response,
): Promise<Response> {
  if (outcome.is === 'found') return serve(outcome.held);
  return demo.parts.records.refuse({ db: demo.db, reader, kind, outcome });
}

function tellRecord(kind: RecordKind): Serve {
  return async (demo, reader, context) => {
    const outcome = await demo.parts.records.find(demo.db, reader, kind, context.req.param('id') ?? '');
    return refusedOr(demo, reader, kind, outcome, (held) => json(demo, recordJson(held)));
  };
}

function tellList(kind: RecordKind, path: string): Serve {
  return async (demo, reader) => {
    const all = await demo.db.as(reader.claims, (query) => recordsOf(query, kind, reader.userId));
    const total = await demo.parts.records.total(demo.db, reader, kind, all.length);
    return json(demo, { [path]: all.map(recordJson), total });
  };
}

const tellPdf: Serve = async (demo, reader, context) => {
  const outcome = await demo.parts.records.findChild(
    demo.db,
    reader,
    'invoice',
    context.req.param('id') ?? '',
  );
  return refusedOr(demo, reader, 'invoice', outcome, async (held) => {
    if (held.kind !== 'invoice') return told(404, 'not_found', 'There is no such invoice.');
    const headers = {
      ...demo.parts.records.headers,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${held.row.number}.pdf"`,
    };
    return new Response(await invoicePdf(held.row), { headers });
  });
};

/** What a customer may change of a booking. */
function changesOf(body: unknown): { readonly note: string | null; readonly guests: number | null } {
  const { note, guests } = fieldsOf(body);
  return {
    note: typeof note === 'string' ? note : null,
    guests:
      typeof guests === 'number' && Number.isInteger(guests) && guests > 0 && guests <= 40 ? guests : null,
  };
}

const changeBooking: Serve = async (demo, reader, context) => {
  const id = context.req.param('id') ?? '';
  const { note, guests } = changesOf(await context.req.json().catch(() => null));
  if (note === null && guests === null)
    return told(400, 'nothing_to_change', 'Send a note or a number of guests.');
  const sql =
    'update bookings set note = coalesce($2, note), guests = coalesce($3, guests) where id = $1 returning id';
  const change = async (query: Query) => {
    const held = await recordById(query, 'booking', id);
    return held !== null && (await query(sql, [id, note, guests])).length > 0;
  };
  const changed = await demo.db.as(demo.parts.records.writer(reader), change);
  const outcome: Outcome = changed
    ? await demo.parts.records.find(demo.db, reader, 'booking', id)
    : { is: 'absent' };
  return refusedOr(demo, reader, 'booking', outcome, (held) => json(demo, recordJson(held)));
};

const tellHistory: Serve = async (demo, reader) =>
  json(demo, { messages: await demo.db.as(reader.claims, (query) => history(query, reader.userId)) });

/** The admin view decides on the role that the server believes, and reads on the authority of that role. */
async function tellCustomers(demo: DemoContext, request: Request): Promise<Response> {
  const caller = await demo.callerOf(request);
  if (caller.is === 'nobody') return demo.parts.records.signInFirst(request);
  if (caller.role !== 'admin') return told(403, 'forbidden', 'This is for the staff.');
  const claims = { ...caller.claims, app_metadata: { ...caller.claims.app_metadata, role: caller.role } };
  return json(demo, { customers: await demo.db.as(claims, customers) });
}

/** `/api`, and `/m/api` for the mobile site: records by their ids, lists of one's own, and the staff's view. */
export const mountRecords: Mount = (app, demo) => {
  const under = (base: string, reader: RecordsParts['reader']): void => {
    const served = (serve: Serve) => async (context: Context) => {
      const known = await reader(context.req.raw, demo);
      return known === null ? demo.parts.records.signInFirst(context.req.raw) : serve(demo, known, context);
    };
    for (const { kind, path } of kinds) {
      app.get(`${base}/${path}`, served(tellList(kind, path)));
      app.get(`${base}/${path}/:id`, served(tellRecord(kind)));
    }
    app.patch(`${base}/bookings/:id`, served(changeBooking));
    app.get(`${base}/invoices/:id/pdf`, served(tellPdf));
    app.get(`${base}/chat/history`, served(tellHistory));
  };
  under('/api', demo.parts.records.reader);
  under('/m/api', demo.parts.records.mobileReader);
  app.get('/api/admin/customers', (context) => tellCustomers(demo, context.req.raw));
};
