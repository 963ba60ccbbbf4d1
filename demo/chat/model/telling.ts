/** Puts what a tool returned into words: every field that the model was given, as an eager model does it. */

const openings: Readonly<Record<string, string>> = {
  my_bookings: 'Here are your bookings:',
  my_invoices: 'Here are your invoices:',
  my_profile: 'This is what I have on file for you:',
  search_documents: 'This is what the papers say:',
  company_faq: '',
};

const nothing: Readonly<Record<string, string>> = {
  my_bookings: 'You have no bookings yet.',
  my_invoices: 'You have no invoices yet.',
  my_profile: 'I have nothing on file for you.',
  search_documents: 'I found nothing about that in the papers.',
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function phrase(value: unknown): string {
  if (!isRecord(value)) return String(value);
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== '')
    .map(([key, part]) => `${key.replaceAll('_', ' ')} ${isRecord(part) ? phrase(part) : String(part)}`)
    .join(', ');
}

function rowsOf(result: unknown): readonly unknown[] {
  return Array.isArray(result) ? result : [result];
}

/** A tool's result as text; `only` keeps the rows that mention it. */
export function tell(tool: string, result: unknown, only: string | null): string {
  if (tool === 'company_faq' && isRecord(result)) return String(result['answer']);
  const rows = rowsOf(result);
  const kept = only === null ? rows : rows.filter((row) => JSON.stringify(row).includes(only));
  if (kept.length === 0 && only !== null) return `I cannot find ${only} among your own records.`;
  if (kept.length === 0) return nothing[tool] ?? 'I found nothing.';
  return [openings[tool] ?? 'Here is what I found:', ...kept.map((row) => `- ${phrase(row)}`)].join('\n');
}

/** JSON, or the text itself when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
