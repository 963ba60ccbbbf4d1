import anyAscii from 'any-ascii';
import { characters } from 'confusables';
import unicodeShapes from 'unhomoglyph/data.json' with { type: 'json' };
import { unitTable, type UnitTable } from './units';

/**
 * How characters become the 36 symbols of the packed alphabet (a to z are 0 to 25, 0 to 9 are 26 to 35).
 * `sound` reads a letter as it is pronounced, `look` as what it resembles (Cyrillic `Р` is R or P),
 * `leet` puts look-alikes of one letter into one class (`4` and `@` are a), `rot47` turns all printable signs half way on.
 */
export type Sense = 'sound' | 'look' | 'leet' | 'rot47';

/** Not a letter: ends a word. The highest bit is set in no symbol, the one below it only in a {@link special} one. */
export const gap = 128;

/** Symbol of an ASCII letter or digit, or {@link gap}. */
export function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 48 && code <= 57) return code - 48 + 26;
  return gap;
}

const plainTable = unitTable((_, code) => symbolOf(code), gap);

/** One class for each letter and the signs that are written for it. */
const leetClasses = ['a4@', 'b8', 'c(', 'e3', 'g69', 'il1!|', 'o0', 's5$', 't7+', 'z2'];

/**
 * Set on the symbol of a sign that is a letter in this sense only: in leet it needs letters beside it, in rot47 it may
 * just as well be what it looks like, the end of a word.
 */
export const special = 64;

const leetTable = unitTable((sign, code) => {
  const family = leetClasses.find((signs) => signs.includes(sign.toLowerCase()));
  if (family === undefined) return symbolOf(code);
  return symbolOf(family.charCodeAt(0)) | (plainTable[code] === gap ? special : 0);
}, gap);

/** All printable signs half way on. */
const turnedTable = unitTable((sign, code) => {
  if (code < 33 || code > 126) return gap;
  const symbol = symbolOf(((code - 33 + 47) % 94) + 33);
  return symbol !== gap && /["'<>:{}]/.test(sign) ? symbol | special : symbol;
}, gap);

const tables: Readonly<Record<Sense, UnitTable>> = {
  sound: plainTable,
  look: plainTable,
  leet: leetTable,
  rot47: turnedTable,
};

/** Symbol of an ASCII sign for a sense; {@link gap} for what is none. */
export function tableOf(sense: Sense): UnitTable {
  return tables[sense];
}

/** Marks on other letters, format characters, and the fillers that Unicode counts as letters. */
const invisible = /^(?:\p{Mn}|\p{Me}|\p{Cf}|\u115f|\u1160|\u3164|\uffa0)$/u;

/** Scripts that are written without spaces: each character is a word of its own. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export interface Folded {
  /** Symbols that it stands for; empty with `isSoft` false: a gap. */
  readonly symbols: Uint8Array;
  readonly isSoft: boolean;
  readonly standsAlone: boolean;
  /** Whether `sound` and `look` read it differently. */
  readonly looksOtherwise: boolean;
}

const looks = new Map<string, string>();
for (const [letter, shapes] of characters) {
  for (const shape of shapes) {
    if (!/^[a-z0-9]$/i.test(letter) || /^[\x00-\x7f]/.test(shape) || looks.has(shape)) continue;
    looks.set(shape, letter === 'l' && isCapital(shape) ? 'i' : letter);
  }
}

// Unicode's own list (UTS #39) knows more scripts. Its l is any straight line: there the other list knows better; its rn is m.
for (const [shape, letters] of Object.entries(unicodeShapes)) {
  const letter = letters === 'rn' ? 'm' : letters;
  if (!/^[a-z0-9]{1,2}$/i.test(letter) || /^[\x00-\x7f]/.test(shape)) continue;
  if (letter !== 'l' || !looks.has(shape)) looks.set(shape, letter);
}

// Signs of mathematics and of old editions that neither list has.
for (const shape of '⊂⸦') looks.set(shape, 'c');

/** A capital that is one straight line is an i. */
function isCapital(shape: string): boolean {
  return shape !== shape.toLowerCase();
}

function asciiOf(character: string, sense: Sense): string {
  const look = looks.get(character);
  const byLook = sense === 'look' || sense === 'leet';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (!byLook) return anyAscii(plain);
  if (/^[a-z0-9]+$/i.test(plain)) return plain;
  if (look !== undefined) return look;
  return Array.from(plain, (part) => looks.get(part) ?? anyAscii(part)).join('');
}

function symbolsOf(character: string, sense: Sense): Uint8Array {
  const table = sense === 'leet' ? leetTable : plainTable;
  const symbols = Array.from(
    asciiOf(character, sense),
    (letter) => table[letter.charCodeAt(0)] ?? gap,
  ).filter((symbol) => symbol < special);
  return Uint8Array.from(symbols);
}

function foldCharacter(character: string, sense: Sense): Folded {
  if (invisible.test(character))
    return { symbols: new Uint8Array(0), isSoft: true, standsAlone: false, looksOtherwise: false };
  const looksOtherwise = symbolsOf(character, 'sound').join() !== symbolsOf(character, 'look').join();
  return {
    symbols: symbolsOf(character, sense),
    isSoft: false,
    standsAlone: spaceless.test(character),
    looksOtherwise,
  };
}

const memory: Readonly<Record<Sense, Map<number, Folded>>> = {
  sound: new Map(),
  look: new Map(),
  leet: new Map(),
  rot47: new Map(),
};

/** What a character outside ASCII stands for. Remembered per code point. */
export function fold(codePoint: number, sense: Sense): Folded {
  const known = memory[sense].get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(codePoint), sense);
  memory[sense].set(codePoint, folded);
  return folded;
}
