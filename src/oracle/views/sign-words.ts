/** Words for A to Z, for 0 to 9 and for signs, by alphabet or language. */
const alphabets: readonly string[] = [
  'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu',
  'alfa bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whisky xray yankee zulu',
  'anton berta caesar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel theodor ulrich viktor wilhelm xanthippe ypsilon zacharias',
  'adam boy charles david edward frank george henry ida john king lincoln mary nora ocean peter queen robert sam tom union victor william xray young zebra',
];

const digits: readonly string[] = [
  'zero one two three four five six seven eight nine',
  'oh one two three four five six seven eight niner',
  'null eins zwei drei vier fuenf sechs sieben acht neun',
  'nul een twee drie vier vijf zes zeven acht negen',
  'zero un deux trois quatre cinq six sept huit neuf',
  'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'zero uno due tre quattro cinque sei sette otto nove',
];

const signs: readonly (readonly [string, string])[] = [
  ['at', '@'],
  ['dot', '.'],
  ['point', '.'],
  ['punkt', '.'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['underscore', '_'],
  ['plus', '+'],
  ['space', ' '],
  ['slash', '/'],
  ['comma', ','],
  ['zwo', '2'],
  ['x-ray', 'x'],
];

/** The alphabet of radio, and English digits. */
export const alphabetWords: readonly string[] = (alphabets[0] ?? '').split(' ');
export const digitWords: readonly string[] = (digits[0] ?? '').split(' ');

/** Sign by word, in small letters. `double`, `hundred` and the like are no signs. */
export const wordsForSigns: ReadonlyMap<string, string> = new Map([
  ...alphabets.flatMap((words) =>
    words.split(' ').map((word, index) => [word, String.fromCharCode(97 + index)] as const),
  ),
  ...digits.flatMap((words) => words.split(' ').map((word, index) => [word, String(index)] as const)),
  ...signs,
]);
