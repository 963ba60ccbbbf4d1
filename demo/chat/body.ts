import { z } from 'zod';

/** Nobody types control characters, and no database keeps the first of them. Tabs and line breaks are text. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

const message = z.object({
  role: z.string(),
  text: z
    .string()
    .max(4000)
    .transform((text) => text.replaceAll(controls, '')),
});

const shape = z.looseObject({
  messages: z.array(message).min(1).max(60),
  stream: z.boolean().optional(),
  /** The widget makes it; it only groups messages of whoever is signed in. */
  conversation_id: z.uuid().optional(),
  /** Bookings and invoices that the page is showing: "ask about this booking". */
  about: z.array(z.uuid()).max(20).optional(),
});

/** What a browser sends to `POST /api/chat`. Fields that nobody asked for are kept: faults believe them. */
export type ChatBody = z.infer<typeof shape>;

/** The body of a chat request, or a sentence that says what is wrong with it. */
export function readBody(json: unknown): { readonly body: ChatBody } | { readonly wrong: string } {
  const read = shape.safeParse(json);
  if (!read.success) return { wrong: 'expected {"messages":[{"role":"user","text":"..."}]}' };
  return { body: read.data };
}

/** The customer's newest words. */
export function questionOf(body: ChatBody): string {
  return body.messages.findLast(({ role }) => role === 'user')?.text.trim() ?? '';
}
