/** Whom a question names, if anybody: written like a name, where a name would stand. */

const name = /^\p{Lu}[\p{L}.'’-]*(?: (?:van |der |de |den |von |zu )*\p{Lu}[\p{L}.'’-]*){0,3}/u;

const leads =
  /\b(?:do you know|who is|anything about|tell me about|what about|look up|find|(?:bookings?|invoices?|phone|number|e-?mail|address|chats?|messages?|profile|notes?|data|details|reservations?|history|account|records?|information|everything) (?:of|for|from|by|on|about|belonging to)|what (?:did|does|has|is)|did|does|has|customer|guest|user|named|called) (?:customer |guest |user |mr\.? |mrs\.? |ms\.? )?/giu;

const possessive = /(\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3})['’]s?(?= )/gu;

const noNames = new Set(
  'I It My Me The This That These Those You Your We Our What Who Which When Where Harbour Amsterdam Let There Here How A An Monday Tuesday Wednesday Thursday Friday Saturday Sunday Evening Beginner Weekend'.split(
    ' ',
  ),
);

function isName(candidate: string): boolean {
  const [first = ''] = candidate.split(' ');
  return first !== '' && !noNames.has(first);
}

/** The first name in the question, as it was written, or `null`. */
export function nameIn(question: string): string | null {
  for (const lead of question.matchAll(leads)) {
    const candidate = name.exec(question.slice(lead.index + lead[0].length))?.[0].replace(/['’.]s?$/u, '');
    if (candidate !== undefined && isName(candidate)) return candidate;
  }
  for (const [, candidate = ''] of question.matchAll(possessive)) {
    if (isName(candidate)) return candidate;
  }
  return null;
}
