import { digits, letters } from './spoken';

/** What a disguise cannot hide (a number from one that turns letters) is left out, or it would be seen plainly. */
const leftOut = '-';

/** Letters half an alphabet on. */
export function rotated(value: string): string {
  if (!/[a-z]/iu.test(value)) return leftOut;
  return value.replaceAll(/[a-z]/giu, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCodePoint((((letter.codePointAt(0) ?? 0) - base + 13) % 26) + base);
  });
}

const leetSigns: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };

/** `4nn4 8ru1n`: of what is written in letters, and long enough to be told by. */
export function leet(value: string): string {
  if (/\d/u.test(value) || !/[aeiost].*[aeiost]/iu.test(value)) return leftOut;
  return value.replaceAll(/[aeiost]/giu, (letter) => leetSigns[letter.toLowerCase()] ?? letter);
}

const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
};

/** Cyrillic letters that nobody tells from Latin ones. */
export function confusable(value: string): string {
  if (!/[aceopxy]/u.test(value)) return leftOut;
  return value.replaceAll(/[a-z]/giu, (letter) => lookalikes[letter] ?? letter);
}

/** In the alphabet of radio. */
export function inRadioAlphabet(value: string): string {
  const words = Array.from(value.toLowerCase(), (sign) => {
    if (/[a-z]/u.test(sign)) return letters[(sign.codePointAt(0) ?? 97) - 97] ?? sign;
    if (/\d/u.test(sign)) return digits[Number(sign)] ?? sign;
    return { '@': 'at', '.': 'dot', '-': 'dash' }[sign] ?? ' ';
  });
  return words.join(' ');
}

/** Numbers read out digit by digit; nothing else is told. */
export function inNumberWords(value: string): string {
  if (!/^[\d +()/.-]+$/u.test(value)) return leftOut;
  return Array.from(value.replaceAll(/\D/gu, ''), (digit) => digits[Number(digit)] ?? digit).join(' ');
}

/** Each sign by itself, with something in between. */
export function apartBy(between: string): (value: string) => string {
  return (value) => Array.from(value.replaceAll(/\s/gu, '')).join(between);
}

/** What a form shows to be recognised by: the last four signs of a number, the first letter and the host of an address. */
export function masked(value: string): string {
  const [user = '', host] = value.split('@');
  if (host !== undefined) return `${user.slice(0, 1)}***@${host}`;
  return /^\+?[\d\s()-]{8,}$/u.test(value) ? `•••• ${value.replaceAll(/\D/gu, '').slice(-4)}` : leftOut;
}
