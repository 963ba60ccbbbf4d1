import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { answerTo, recent } from '../bot';
import { serveShop } from '../serve';
import { customers, type Customer } from '../shop';
import { acceptSockets } from '../socket';
import { isStartedWith } from '../fault';
import type { faults } from './faults';
import { runQuery, type Node } from './graphql';
import * as pages from './pages';

/** A server of the old school: a cookie says who one is, a token guards the forms, and pages come as HTML. */
interface Session {
  readonly id: string;
  readonly csrf: string;
  readonly customer?: Customer;
}

const sessions = new Map<string, Session>();
const said = new Map<number, string[]>(customers.map(({ id, said: before }) => [id, [...before]]));
const everything: string[] = [];
const cache = new Map<string, string>();

function hasFault(id: (typeof faults)[number]['id']): boolean {
  return isStartedWith(id);
}

function newSession(customer?: Customer): Session {
  const session = { id: randomBytes(16).toString('hex'), csrf: randomBytes(16).toString('hex') };
  const whole = customer ? { ...session, customer } : session;
  sessions.set(whole.id, whole);
  return whole;
}

/** The session of a request; pages give one to who has none, for their forms. */
function sessionOf(c: Context): Session {
  const known = sessions.get(getCookie(c, 'sid') ?? '');
  return known ?? keep(c, newSession());
}

function keep(c: Context, session: Session): Session {
  setCookie(c, 'sid', session.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  return session;
}

const orders = customers.flatMap((owner) => owner.orders.map((order) => ({ ...order, owner })));

/** The order of this id, when it is the asker's own. */
function orderFor(customer: Customer | undefined, id: string) {
  const order = orders.find((one) => String(one.id) === id);
  return order && customer && order.owner.id === customer.id ? order : undefined;
}

const app = new Hono();

app.use(async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
});

app.onError((error, c) =>
  hasFault('error-quotes-row') ? c.text(error.message, 403) : c.text('Something went wrong.', 500),
);

app.get('/site.js', (c) =>
  c.body(readFileSync(new URL('site.js', import.meta.url), 'utf8'), 200, {
    'content-type': 'text/javascript',
  }),
);

app.get('/', (c) => page(c, 'Timberworks', () => pages.home()));
app.get('/login', (c) => page(c, 'Log in', ({ csrf }) => pages.signIn(csrf, false)));

app.post('/login', async (c) => {
  const before = sessionOf(c);
  const form = await c.req.parseBody();
  if (form['_csrf'] !== before.csrf) return c.text('The form is too old.', 403);
  const customer = customers.find((one) => one.email === form['email'] && one.password === form['password']);
  if (!customer) return page(c, 'Log in', ({ csrf }) => pages.signIn(csrf, true));
  sessions.delete(before.id);
  keep(c, newSession(customer));
  return c.redirect('/orders', 303);
});

app.post('/logout', async (c) => {
  const { id, csrf } = sessionOf(c);
  const sent = c.req.header('x-csrf-token') ?? (await c.req.parseBody())['_csrf'];
  if (sent !== csrf) return c.text('The form is too old.', 403);
  if (!hasFault('logout-in-browser-only')) sessions.delete(id);
  keep(c, newSession());
  return c.redirect('/', 303);
});

app.get('/orders', (c) => {
  const answer = () => pageFor(c, 'Your orders', (customer) => pages.list(customer.orders));
  return hasFault('list-cached-for-all') ? cached(c, answer) : answer();
});

app.get('/orders/:id', (c) => {
  const { customer } = sessionOf(c);
  if (!customer) return c.redirect('/login');
  const order = hasFault('orders-by-any-id')
    ? orders.find(({ id }) => String(id) === c.req.param('id'))
    : seen(c, customer);
  return order
    ? page(c, order.title, () => pages.details(order))
    : page(c, 'Not found', () => pages.note('There is no such order.'), 404);
});

app.get('/orders/:id/details', (c) => {
  const { customer } = sessionOf(c);
  const order = orderFor(customer, c.req.param('id'));
  return order ? c.html(pages.details(order)) : c.text('There is no such order.', 404);
});

app.get('/customers/:customer/orders/:id', (c) => {
  const { customer } = sessionOf(c);
  if (!customer || c.req.param('customer') !== String(customer.id))
    return c.text('There is no such order.', 404);
  const order = hasFault('child-by-id-alone')
    ? orders.find(({ id }) => String(id) === c.req.param('id'))
    : orderFor(customer, c.req.param('id'));
  return order ? c.html(pages.details(order)) : c.text('There is no such order.', 404);
});

app.get('/profile', (c) => pageFor(c, 'Your profile', (customer) => pages.profile(customer)));

app.get('/admin', (c) => {
  const { customer } = sessionOf(c);
  if (!customer) return c.redirect('/login');
  if (!customer.isStaff && !hasFault('admin-by-hidden-link')) return c.text('For the staff only.', 403);
  const shown = customers.filter(({ tenant }) => tenant === customer.tenant);
  return page(c, 'Customers', () => pages.overview(shown));
});

app.get('/admin/notes/:id', (c) => {
  const { customer } = sessionOf(c);
  if (!customer?.isStaff) return c.text('For the staff only.', 403);
  const found = customers.find(
    ({ internalNote, tenant }) => String(internalNote.id) === c.req.param('id') && tenant === customer.tenant,
  );
  return found ? c.html(pages.note(found.internalNote.text)) : c.text('There is no such note.', 404);
});

app.post('/graphql', async (c) => {
  const { customer, csrf } = sessionOf(c);
  if (c.req.header('x-csrf-token') !== csrf) return c.json({ errors: [{ message: 'no token' }] }, 403);
  if (!customer) return c.json({ errors: [{ message: 'not logged in' }] }, 401);
  const { query, variables = {} } = await c.req.json<{
    query: string;
    variables?: Record<string, unknown>;
  }>();
  return c.json({ data: runQuery(query, variables, rootFor(customer)) });
});

/** What a customer may ask for by GraphQL. */
function rootFor(customer: Customer): Node {
  const node = (id: string): Node | null => {
    const order = hasFault('graphql-order-open')
      ? orders.find((one) => String(one.id) === id)
      : orderFor(customer, id);
    if (!order) return null;
    const { reference, title, note, owner } = order;
    return {
      id,
      reference,
      title,
      note,
      customer: { name: owner.name, email: owner.email, phone: owner.phone },
    };
  };
  const { id, name, email, phone, address, orders: own } = customer;
  const me = { id, name, email, phone, address, orders: own.map((one) => ({ ...one })) };
  return { order: node, me: { ...me, account: accountOf(customer) } };
}

/** The company's account, for the staff: it names whoever opened it. */
function accountOf({ tenant, isStaff }: Customer): Node | null {
  if (!isStaff && !hasFault('graphql-field-unguarded')) return null;
  const opener = customers.find((one) => one.tenant === tenant);
  return opener ? { id: opener.id, email: opener.email } : null;
}

type Content = ReturnType<typeof pages.home>;

function page(c: Context, title: string, content: (session: Session) => Content, status: 200 | 404 = 200) {
  const session = sessionOf(c);
  const { customer, csrf } = session;
  return c.html(pages.frame(title, { customer, csrf }, content(session)), status);
}

/** A page of somebody's own; who is not signed in is sent to do so. */
function pageFor(c: Context, title: string, content: (customer: Customer) => Content) {
  const { customer } = sessionOf(c);
  return customer ? page(c, title, () => content(customer)) : c.redirect('/login');
}

function seen(c: Context, customer: Customer) {
  const order = orderFor(customer, c.req.param('id') ?? '');
  const any = orders.find(({ id }) => String(id) === c.req.param('id'));
  if (!order && any && hasFault('error-quotes-row'))
    throw new Error(`order ${any.reference} of ${any.owner.email} is not for customer ${customer.id}`);
  return order;
}

/** What a careless proxy does: a page is kept by its address alone. */
async function cached(c: Context, answer: () => Response | Promise<Response>): Promise<Response> {
  const key = c.req.url;
  const kept = cache.get(key);
  if (kept !== undefined) return c.html(kept);
  const fresh = await answer();
  if (fresh.status === 200) cache.set(key, await fresh.clone().text());
  return fresh;
}

const server = await serveShop(app);

acceptSockets(server, '/chat', (socket, request) => {
  const id = /(?:^|;\s*)sid=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const asker = () => sessions.get(id)?.customer;
  const own = asker();
  const mine = (own && said.get(own.id)) ?? [];
  const remembered = hasFault('chat-history-global') ? [...mine, ...everything] : mine;
  for (const line of recent(remembered)) socket.send(line);
  socket.onText((text) => {
    const reply = answerTo(text, { asker: asker(), said: mine });
    mine.push(text);
    everything.push(text, reply);
    socket.send(reply);
  });
});
