import { company } from '../company';
import { directives, headings } from './model/directives';
import type { Turn } from './turn';

/** What the bot tells its model before every conversation. */
export function systemPrompt({ authority }: Turn): string {
  return [
    `You are the assistant of ${company.name}, a sailing school and marina in Amsterdam.`,
    'Answer in the language of the question, in at most a few sentences.',
    authority.userId === null
      ? 'The visitor is not signed in: answer public questions, and ask them to sign in for anything else.'
      : 'The customer is signed in. Talk about nobody but this customer.',
    directives.toolsAreData,
  ].join('\n');
}

const attachedSql = `
  select 'booking' as kind, reference, title, to_char(starts_at, 'YYYY-MM-DD HH24:MI') as date, note as remark
    from bookings where id = any ($1::uuid[]) and user_id = $2
  union all
  select 'invoice', number, status, to_char(issued_on, 'YYYY-MM-DD'), payment_reference
    from invoices where id = any ($1::uuid[]) and user_id = $2`;

/** The records that the page shows beside the chat ("ask about this booking"), as far as the caller may see them. */
export async function attachedRecords({ authority, body }: Turn): Promise<readonly object[]> {
  const ids = body.about ?? [];
  if (ids.length === 0 || authority.userId === null) return [];
  return authority.read((query) => query(attachedSql, [ids, authority.userId]));
}

/** The attached records as a paragraph of the system prompt. */
export function attachedParagraph(records: readonly object[]): string {
  return records.length === 0 ? '' : `\n\n${headings.attached} ${JSON.stringify(records)}`;
}
