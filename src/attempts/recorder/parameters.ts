/** Names of what changes with every request and means nothing: it is not sent again. */
const volatileNames =
  /^(?:_|_t|t|ts|cb|_cb|nonce|rand|random|timestamp|cache_?bust(?:er)?|no_?cache|_dc|bust)$/i;

/** Which part of a list, in which order and columns. The part that was asked for first stands for all. */
const presentational =
  /^(?:page|p|per_?page|page_?size|size|limit|offset|skip|take|cursor|after|before|first|last|start|sort|sort_?by|order|order_?by|columns)$/i;

/** Seconds or milliseconds since the epoch, of this quarter of a century. */
const time = /^1[6-9]\d{8}(?:\d{3})?$/;

/** Whether a parameter says nothing: a cache-buster, a timestamp. */
export function isVolatile(name: string, value: string): boolean {
  return volatileNames.test(name) || time.test(value);
}

/** A token that a server made to find its way back: whose list it goes on with may stand in it. */
const opaque = /^(?=.*[a-z])(?=.*\d)[\w+/=.-]{16,}$/i;

/**
 * Whether a parameter only says which part of the same thing is wanted. PostgREST's embeds are more than that, and so is
 * a token in whose place somebody else's could be sent.
 */
export function isPresentational(name: string, value: string): boolean {
  if (name === 'select') return !value.includes('(');
  return choosesPart(name) && !opaque.test(value);
}

/** Whether a parameter is named like those that say which part of a list is wanted. */
export function choosesPart(name: string): boolean {
  return presentational.test(name);
}

/** Whether a part of a path looks like an identifier, a token or somebody's data rather than a name of the API. */
export function looksLikeId(part: string): boolean {
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(part)) return true;
  if (/^\d+$/.test(part) || /[@%]/.test(part)) return true;
  return part.length >= 12 && /\d/.test(part) && !/^[a-z]+(?:[-_.][a-z]+)*[-_.]?v?\d{1,3}$/i.test(part);
}
