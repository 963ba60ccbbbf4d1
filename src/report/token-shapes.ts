/** Changes a text so that it may be shown. */
export type Mask = (text: string) => string;

/** Three parts of base64url of which the first two are JSON objects; the third is missing in an unsigned token. */
const jsonWebToken = /\beyJ[\w-]{10,}\.eyJ[\w-]{4,}(?:\.[\w-]*)?/g;

const bearer = /\b(Bearer(?:\s+|%20|\+))[\w.~+/=-]{8,}/gi;

/** Masks what looks like a credential, whoever it belongs to and whether or not anybody told us about it. */
export const maskTokenShapes: Mask = (text) =>
  text.replace(jsonWebToken, '‹token›').replace(bearer, (_, scheme: string) => `${scheme}‹token›`);

/** Whether a JSON web token is in a text. Plain Bearer values are not looked for: the words are in any manual. */
export function holdsJsonWebToken(text: string): boolean {
  return text.search(jsonWebToken) >= 0;
}
