const raw = Symbol('markup');

/** Markup that is safe to put into a page as it is. Only {@link html} and {@link verbatim} make it. */
export interface Html {
  readonly [raw]: string;
}

type Part = Html | string | number | false | undefined | readonly Part[];

/**
 * Markup from a template: whatever is put in is escaped, in text as in quoted attributes, unless it is markup itself.
 * `false` and `undefined` put in nothing.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = template.reduce((all, chunk, index) => all + markup(parts[index - 1]) + chunk);
  return { [raw]: text };
}

/** Text that is put in as it is: for constants of this project, never for anything that was read or measured. */
export function verbatim(constant: string): Html {
  return { [raw]: constant };
}

/** The text of a page. */
export function toText(page: Html): string {
  return page[raw];
}

function markup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return escape(part.toLocaleString('en'));
  if (isList(part)) return part.map(markup).join('');
  return part[raw];
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
