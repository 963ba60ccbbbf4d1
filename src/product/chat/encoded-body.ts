/** A body or frame taken apart, so that it can be put together again. */
export interface Encoded {
  readonly as: 'json' | 'form';
  /** What stands before the JSON: socket.io writes `42["message",{…}]`. */
  readonly before: string;
  readonly content: unknown;
}

/** What a body holds; `undefined` when it is neither JSON nor a form. */
export function bodyOf(body: string): Encoded | undefined {
  const [, before = '', json = ''] = /^(\d*)(.*)$/s.exec(body.trim()) ?? [];
  const content = parsed(json);
  if (typeof content === 'object' && content !== null) return { as: 'json', before, content };
  if (!/^[\w.[\]%+-]+=[^\s{}<>]*$/.test(body.trim())) return undefined;
  return { as: 'form', before: '', content: Object.fromEntries(new URLSearchParams(body.trim())) };
}

/** The text of it again. */
export function written({ as, before, content }: Encoded): string {
  if (as === 'json') return `${before}${JSON.stringify(content)}`;
  const fields = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
