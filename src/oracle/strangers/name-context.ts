/**
 * Where a person's name may be expected. No list of names is asked: it would know those of some countries, and call every
 * product that is named after somebody a person. What stands around a name says more.
 */

const word = String.raw`(?:\p{Lu}['’])?\p{Lu}\p{Ll}{1,20}(?:['’-]?\p{Lu}\p{Ll}{1,20})?`;
const particle = String.raw`(?:van(?: der| den| de)?|von(?: der)?|de(?: la| los)?|del|di|da|dos|du|la|le|el|al|bin|ten|ter|zu|\p{Lu}\.) `;
const title = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Monsieur|Madame|Sra?|Señora?|Sig|Dhr|Mevr)\.? )`;
/** Two or three words as names are written, with what may stand between them. */
const fullName = String.raw`${title}{0,2}(?<name>${word} (?:${particle})?${word}(?: (?:${particle})?${word})?)`;
const end = String.raw`(?![\p{L}\p{N}@_/]|['’-]\p{L}|\.\p{L})`;

/** `Name: X Y`, `<dt>Guest</dt><dd>X Y</dd>`, `Guest` and the name on the next line. */
const after = String.raw`(?: ?: {0,4}|[ \t]{0,4}(?:</\w{1,12}>\s{0,20}(?:<[^<>]{0,80}>\s{0,20}){1,3}|\n\s{0,20}))`;
const people = [
  `(?:[Ff]ull|[Gg]uest(?:['’]?s)?|[Cc]ustomer(?:['’]?s)?|[Cc]lient|[Pp]atient|[Pp]assenger|[Cc]ardholder|[Mm]ember|[Cc]ontact|[Rr]ecipient|[Aa]ttendee) [Nn]ame`,
  '[Gg]uest|[Cc]ustomer|[Pp]atient|[Pp]assenger|[Cc]ardholder|[Aa]ttendee|[Rr]ecipient|[Aa]ccount holder|[Cc]ontact person',
  '[Bb]ooked (?:by|for)|[Bb]ill(?:ed)? to|[Ss]hip(?:ped)? to|[Oo]rdered by|[Aa]ttn\\.?|[Ii]n the name of',
  'Gast|Kund(?:e|in)|Empfänger(?:in)?|Ansprechpartner(?:in)?|Rechnung an|Patient(?:in)?|[Cc]lient(?:e|a)?|[Dd]estinataire|[Hh]uésped|[Oo]spite|Klant|Ontvanger',
].join('|');
/** These stand before the names of many things; an address or a number of the same person tells what is meant. */
const anything = '[Nn]ame|[Nn]om|[Nn]ombre|[Nn]ome|[Nn]aam|[Cc]ontact|[Mm]ember';

const papers = [
  '[Bb]ooking|[Rr]eservation|[Ii]nvoice|[Aa]ppointment|[Rr]eceipt|[Pp]rescription|[Bb]oarding (?:paper|pass)|[Rr]efund|[Tt]icket|[Mm]embership|[Ss]tay|[Cc]abin|[Tt]able',
  'Buchung|Rechnung|Termin|Bestellung|Reservierung|[Rr]éservation|[Ff]acture|[Cc]ommande|[Rr]eserva|[Ff]actura|[Pp]edido|[Cc]ita|[Bb]oeking|[Ff]actuur|[Aa]fspraak',
].join('|');
const number = String.raw`(?: (?:[Nn]o\.?|[Nn]umber|Nr\.?)?[ #]{0,2}[A-Z0-9][A-Z0-9-]{2,19})?`;
const towards =
  'for|of|by|from|under|under the name(?: of)?|in the name of|für|von|auf den Namen|pour|au nom de|de|para|a nombre de|voor|van|op naam van';

const greetings = [
  '[Dd]ear|[Hh]ello|[Hh]i|[Hh]ey|[Ww]elcome(?: back)?|[Gg]ood (?:morning|afternoon|evening)',
  'Liebe[r]?|Hallo|Guten (?:Tag|Morgen|Abend)|Sehr geehrter?|Bonjour|Chère?|Hola|Estimad[oa]|Querid[oa]|Beste|Geachte|Gentile|Car[oa]|Ciao',
].join('|');

/** Runs over everything that anybody is shown, and so stays quick: each begins with plain words, and nothing repeats. */
export const inText: readonly { readonly pattern: RegExp; readonly needsPerson: boolean }[] = [
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${people})${after}${fullName}${end}`, 'gu'),
    needsPerson: false,
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}-] ?)(?:${anything})${after}${fullName}${end}`, 'gu'),
    needsPerson: true,
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${papers})${number} (?:${towards}) ${fullName}${end}`, 'gu'),
    needsPerson: false,
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${greetings}),? ${fullName}(?= ?[,!:\n<"]|\\n|\.?$)`, 'gu'),
    needsPerson: false,
  },
];

/** A property whose name says that its value is a person's name; `[^"\\]` keeps to one string. */
export const inProperty =
  /["'](?<key>(?:[a-z]{1,16}[_ -]?)?(?:name|guest|customer|passenger|patient|cardholder|attendee|recipient))["']\s{0,4}:\s{0,4}"(?<name>[^"\\]{2,60})"/giu;

export const ofPerson =
  /^(?:full|guest|customer|client|passenger|patient|contact|recipient|billing|shipping|card_?holder|attendee|member|booked_?by)[_ -]?name$|^(?:guest|customer|passenger|patient|cardholder|attendee|recipient)$/i;
export const ofAnything = /^(?:display[_ -]?)?name$/i;
export const given = /^(?:first|given|fore)[_ -]?name$/i;
export const family = /^(?:last|family|sur)[_ -]?name$/i;

/** What stands beside a person's name and beside nothing else's. */
export const personal =
  /["'](?:\w{0,16}e-?mail(?:_?address)?|\w{0,16}(?:phone|mobile)(?:_?(?:no|number))?|birth_?(?:day|date)|date_?of_?birth|dob|iban|passport(?:_?\w{2,6})?|ssn|gender|(?:first|last)_?name)["']\s{0,4}:\s{0,4}"[^"]/i;
export const personalText =
  /[\w.+-]@[\w-]+\.\w|(?:e-?mail|phone|mobile|telephone|tel\.|date of birth|passport|telefon|mobil|téléphone|teléfono|telefoon)\b/i;

/** Words that stand where a name might, and are none. */
const noName =
  /^(?:there|all|everyone|everybody|team|world|friends?|sir|madam|customers?|guests?|users?|members?|name|first|last|full|your|our|my|the|this|test|demo|example|sample|unknown|anonymous|deleted|new|none|null|undefined|support|service|services|hiring|manager|committee|gmbh|ag|kg|inc|llc|ltd|corp|company|group|club|hotel|restaurant|bank|office|street|straße|road|school|university|institute|foundation|software|api|app|server|client|project|package|module|file|type|value|data|id|http|https|json|january|february|july|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr)$/iu;
const placeholder =
  /^(?:john|jane|joe|max|erika|jan|juan) (?:doe|roe|bloggs|mustermann|musterfrau|modaal|pérez)$/iu;

/** In one spelling, whichever way round; `null` for what is no full name, and for what is kept for examples. */
export function normalName(text: string): string | null {
  const words = wordsOf(text);
  const isName = words.length >= 2 && words.length <= 6 && !words.some((one) => noName.test(one));
  return isName && /^[\p{L}\p{M}\s.,'’·-]+$/u.test(text) && !placeholder.test(text.trim())
    ? words.toSorted().join(' ')
    : null;
}

/** The words of a text as they are compared: small letters, without accents and signs. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
