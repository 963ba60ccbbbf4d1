/** A text that must not be written, and what to write in its place. */
export interface Literal {
  readonly label: string;
  readonly value: string;
}

/** One way in which a literal may be written down. */
export interface LiteralForm {
  readonly label: string;
  readonly form: string;
  readonly text: string;
}

/** Shorter literals would mask half of every text. */
const shortest = 4;

/** All forms of all literals; of equal ones the first. */
export function formsOf(literals: readonly Literal[]): readonly LiteralForm[] {
  const forms = literals
    .filter(({ value }) => value.trim().length >= shortest)
    .flatMap(({ label, value }) => variants(value.trim()).map(([form, text]) => ({ label, form, text })));
  return [...new Map(forms.toReversed().map((form) => [form.text, form])).values()].toReversed();
}

function variants(value: string): readonly (readonly [string, string])[] {
  const url = encodeURIComponent(value);
  const json = JSON.stringify(value).slice(1, -1);
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    ['raw', value],
    ['url', url],
    ['url', url.replaceAll('%20', '+')],
    ['url', encodeURI(value)],
    ['url', encodeURIComponent(url)],
    ['json', json],
    ['json', ascii],
    ['json', JSON.stringify(json).slice(1, -1)],
    ['html', htmlEscaped(value, '&#39;')],
    ['html', htmlEscaped(value, '&#x27;')],
    ...base64Cores(value).map((text) => ['base64', text] as const),
  ];
}

function htmlEscaped(value: string, apostrophe: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}

/**
 * The letters that base64 of any text with this value in it must contain: three alignments, without the letters at
 * either end that depend on the neighbours. Cores of fewer than eight letters are left out: too common.
 */
function base64Cores(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const cores = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const begin = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    const core = encoded.slice(begin, end);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [...new Set(cores)].filter((core) => core.length >= 8);
}
