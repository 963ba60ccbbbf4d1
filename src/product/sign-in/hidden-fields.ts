import { decodeHTML } from 'entities';

const forms = /<form\b[^>]*>[\s\S]*?<\/form>/gi;
const password = /<input\b[^>]*\btype\s*=\s*["']?password/i;
const tags = /<(?:input|meta)\b[^>]*>/gi;

/** What the form with the password carries unseen: a token against forged requests, mostly. Names to values. */
export function hiddenFields(html: string): Readonly<Record<string, string>> {
  const form = html.match(forms)?.find((one) => password.test(one)) ?? '';
  const hidden = (form.match(tags) ?? []).filter((tag) => attributeOf(tag, 'type') === 'hidden');
  return Object.fromEntries(
    hidden.map((tag) => [attributeOf(tag, 'name') ?? '', attributeOf(tag, 'value') ?? '']),
  );
}

/** How frameworks call a token against forged requests, in a page's head or in its forms. */
const tokenNames = /csrf|xsrf|authenticity.?token|requestverificationtoken|^_token$/i;

/** The token against forged requests that a page carries (Rails and Laravel: a `meta`; Django: a hidden field). */
export function csrfTokenIn(html: string): string | undefined {
  const carrier = (html.match(tags) ?? []).find(
    (tag) => tokenNames.test(attributeOf(tag, 'name') ?? '') && !/csrf-param/i.test(tag),
  );
  return carrier && (attributeOf(carrier, 'content') ?? attributeOf(carrier, 'value'));
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeHTML(value);
}
