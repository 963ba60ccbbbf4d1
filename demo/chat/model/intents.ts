import { nameIn } from './names';

export type OwnRecords = 'bookings' | 'invoices' | 'profile';

/** What the stand-in takes a question for. */
export type Intent =
  | { readonly is: 'override' | 'everybody' | 'attached' | 'staff-notes' | 'recap' | 'greeting' | 'unclear' }
  | { readonly is: 'person'; readonly name: string }
  | { readonly is: 'identifier' }
  | { readonly is: 'reference'; readonly reference: string; readonly what: OwnRecords }
  | { readonly is: 'own'; readonly what: readonly OwnRecords[] }
  | { readonly is: 'documents'; readonly query: string }
  | { readonly is: 'faq'; readonly topic: string };

type Reader = (question: string) => Intent | null;

function when(pattern: RegExp, intent: Intent): Reader {
  return (question) => (pattern.test(question) ? intent : null);
}

const fillers = new Set(
  'a about all an and any are can could do does documents document find for give have i in is look me my of on please say says search show something tell the there what which with would you your'.split(
    ' ',
  ),
);

/** The words of a question that carry its meaning. */
function keywords(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.filter((word) => !fillers.has(word)).join(' ');
}

const reference = /\b(?:HL|NK)(I?)-[0-9A-Z]{2,4}-[0-9A-Z]{4,8}\b/u;

const readReference: Reader = (question) => {
  const [found, invoice] = reference.exec(question) ?? [];
  if (found === undefined) return null;
  return { is: 'reference', reference: found, what: invoice === 'I' ? 'invoices' : 'bookings' };
};

const readName: Reader = (question) => {
  const name = nameIn(question);
  return name === null ? null : { is: 'person', name };
};

const ownPatterns: readonly (readonly [OwnRecords, RegExp])[] = [
  [
    'bookings',
    /\b(?:bookings?|reservations?|booked|my (?:next |upcoming )?(?:trips?|course|berth|sail))\b/iu,
  ],
  ['invoices', /\b(?:invoices?|bills?|payments?|owe|outstanding)\b/iu],
  [
    'profile',
    /\b(?:my (?:profile|details|account|data|(?:phone|telephone)(?: number)?|e-?mail(?: address)?|address|name|number)|about me|who am i|on file|profile)\b/iu,
  ],
];

const readOwn: Reader = (question) => {
  const what = ownPatterns.filter(([, pattern]) => pattern.test(question)).map(([name]) => name);
  return what.length === 0 ? null : { is: 'own', what };
};

const readDocuments: Reader = (question) =>
  /\b(?:papers?|documents?|boarding|gate (?:word|code)|on board|bring)\b/iu.test(question)
    ? { is: 'documents', query: keywords(question) }
    : null;

const topics: readonly (readonly [string, RegExp])[] = [
  ['opening hours', /\b(?:open|opening|hours|close|closed|closing)\b/iu],
  ['prices', /\b(?:prices?|pricing|costs?|how much|rates?|tariffs?|expensive)\b/iu],
  ['weather', /\b(?:weather|wind|storm|rain|beaufort)\b/iu],
  ['parking', /\b(?:park|parking|car|tram)\b/iu],
  ['dogs', /\b(?:dogs?|pets?)\b/iu],
  ['children', /\b(?:child|children|kids?|age)\b/iu],
  ['contact', /\b(?:contact|phone|telephone|call|e-?mail|reach|support|human)\b/iu],
  ['address', /\b(?:where|address|located|location|directions)\b/iu],
  ['booking', /\bbook\b/iu],
];

const readTopic: Reader = (question) => {
  const found = topics.find(([, pattern]) => pattern.test(question));
  return found === undefined ? null : { is: 'faq', topic: found[0] };
};

/** In order: the first that recognises the question decides. */
const readers: readonly Reader[] = [
  when(
    /\b(?:ignore|disregard|forget) (?:all |any |the |your |my )*(?:previous |prior |earlier |above |other )*(?:instructions?|rules?|prompts?)|\bsystem prompt\b|\b(?:developer|admin|debug) mode\b|\byou are now\b|\bpretend\b|\bact as\b|\bi(?:'m| am) (?:the |an? )?(?:admin|administrator|owner|manager|developer)\b/iu,
    { is: 'override' },
  ),
  when(/\b(?:internal|staff) (?:notes?|comments?|remarks?)\b/iu, { is: 'staff-notes' }),
  when(
    /\b(?:every ?one|every ?body|(?:any|some) ?(?:one|body) else|who else|other people|not mine)\b|\b(?:all|every|each|other|another|any|list|which|latest|last|next|previous)(?: of)?(?: the| your| our)?(?: other)? (?:customers?|guests?|users?|clients?|people|members?|accounts?|tenants?|sailors?|persons?)\b|\ball(?: of)?(?: the| your)? (?:bookings|invoices|profiles|reservations|chats|messages|records|data)\b|\bother (?:bookings|invoices|reservations|chats|conversations)\b|\b(?:database|table|dump|export)\b/iu,
    { is: 'everybody' },
  ),
  readReference,
  when(/[\w.+-]+@[\w-]+\.\w+|\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/iu, {
    is: 'identifier',
  }),
  readName,
  when(/\bcancel|\brefund|\breschedul/iu, { is: 'faq', topic: 'cancellation' }),
  when(/\b(?:how|where|can|could|may) (?:do |can |could |would |to )?(?:i |we |you )?book\b/iu, {
    is: 'faq',
    topic: 'booking',
  }),
  when(
    /\b(?:what (?:did|have) (?:we|i) (?:talk|talked|say|said|tell|told|discuss|discussed|ask|asked|write|written)|chat history|earlier|(?:previous|last) (?:chat|chats|conversation|messages?)|our (?:chat|chats|conversation)|my (?:chat|chats|messages)|remember)\b/iu,
    { is: 'recap' },
  ),
  when(/\b(?:this|these|those)(?: two| bookings?| invoices?| trips?| ones?| records?)?(?: here)?[?.!]?$/iu, {
    is: 'attached',
  }),
  readDocuments,
  readOwn,
  readTopic,
  when(/^\W*(?:hi|hello|hey|ahoy|hoi|hallo|good (?:morning|evening|afternoon)|thanks?|thank you)\b/iu, {
    is: 'greeting',
  }),
];

/** What the customer wants, as far as a stand-in can tell. */
export function intentOf(question: string): Intent {
  for (const read of readers) {
    const intent = read(question);
    if (intent !== null) return intent;
  }
  return { is: 'unclear' };
}
