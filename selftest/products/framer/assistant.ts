import type { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { answerTo } from '../bot';
import { customers, type Customer } from '../shop';
import { hasFault } from './has-fault';
import { callerOf } from './tokens';

/** A question that was taken, and the answer to it, for who asked. */
interface Ticket {
  readonly asker: Customer | undefined;
  readonly text: string;
  readonly readyAt: number;
}

/** Milliseconds that a model thinks. */
const thinking = 500;

const tickets = new Map<string, Ticket>();
const said = new Map<Customer, string[]>(customers.map((one) => [one, [...one.said]]));
/** What whoever asked has said since the function was started: the careless one keeps nothing else. */
const saidByAnybody: string[] = [];
/** Tickets that nobody has come with. */
const unclaimed = new Set<string>();
const question = z.object({ thread: z.string(), message: z.string() });

/** An edge function: a question is taken and gets a ticket, and the answer is asked for until it is there. */
export function mountAssistant(app: Hono): void {
  app.post('/functions/v1/assistant', async (c) => {
    const caller = await callerOf(c.req.header('authorization'));
    if (caller.is === 'refused') return c.json({ code: 401, message: 'Invalid JWT' }, 401);
    const { message } = question.parse(await c.req.json());
    const asker = caller.is === 'user' ? caller.customer : undefined;
    const mine = memoryOf(asker);
    const ticket = randomUUID();
    const text = `${restOfOthers(asker)}${answerTo(message, { asker, said: mine })}`;
    mine.push(message);
    unclaimed.add(ticket);
    tickets.set(ticket, { asker, text, readyAt: Date.now() + thinking });
    return c.json({ ticket }, 202);
  });
  app.get('/functions/v1/assistant/:ticket', async (c) => {
    const caller = await callerOf(c.req.header('authorization'));
    if (caller.is === 'refused') return c.json({ code: 401, message: 'Invalid JWT' }, 401);
    const ticket = tickets.get(c.req.param('ticket'));
    unclaimed.delete(c.req.param('ticket'));
    const asker = caller.is === 'user' ? caller.customer : undefined;
    const isTheirs = ticket?.asker === asker || (hasFault('ticket-is-enough') && asker !== undefined);
    if (!ticket || !isTheirs) return c.json({ message: 'There is no such question' }, 404);
    if (Date.now() < ticket.readyAt) return c.json({ status: 'working' });
    return c.json({ status: 'done', text: ticket.text, ...promptFor(ticket) });
  });
}

function memoryOf(asker: Customer | undefined): string[] {
  if (hasFault('memory-of-the-function')) return saidByAnybody;
  return (asker && said.get(asker)) ?? [];
}

/** What the careless function begins with: the answers that somebody else has left before they were there. */
function restOfOthers(asker: Customer | undefined): string {
  if (!hasFault('unclaimed-answer-to-next')) return '';
  const left = [...tickets].filter(
    ([id, ticket]) => unclaimed.has(id) && ticket.asker !== asker && Date.now() > ticket.readyAt + thinking,
  );
  for (const [id] of left) unclaimed.delete(id);
  return left.map(([, { text }]) => `${text}\n`).join('');
}

/** What the careless function sends back to the page: all that it has given to the model. */
function promptFor({ asker }: Ticket): object {
  if (!asker || !hasFault('prompt-comes-along')) return {};
  const colleagues = customers.filter(({ tenant, isStaff }) => tenant === asker.tenant && !isStaff);
  return { prompt: { customers: colleagues.map(({ name, email, orders }) => ({ name, email, orders })) } };
}
