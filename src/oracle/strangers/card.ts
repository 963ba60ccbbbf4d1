import { labelled, type Detector } from './detector';

const label = labelled('card|karte|carte|tarjeta|carta|\\bpan|\\bcc(?:_?num)?');

/** Numbers that payment providers publish for tests. */
const tests = new Set([
  '4242424242424242',
  '4111111111111111',
  '4012888888881881',
  '4000056655665556',
  '4222222222222222',
  '5555555555554444',
  '2223003122003222',
  '5200828282828210',
  '5105105105105100',
  '2223000048400011',
  '378282246310005',
  '371449635398431',
  '378734493671000',
  '6011111111111117',
  '6011000990139424',
  '6011981111111113',
  '30569309025904',
  '38520000023237',
  '3566002020360505',
  '3530111333300000',
  '6200000000000005',
]);

/** Card numbers in groups, as they are embossed; without groups only behind a label. */
export const card: Detector = {
  kind: 'payment card',
  pattern:
    /(?<![\d.\p{L}-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}|\d{13,19})(?![\d\p{L}]|[.-]\d)/gu,
  isLikely: ({ text, before }) => /\D/.test(text) || label.test(before),
  async read({ text }) {
    const { number } = (await import('card-validator')).default;
    const digits = text.replace(/\D/g, '');
    const { isValid } = number(digits);
    return isValid && !tests.has(digits) && !/^(\d)\1+$/.test(digits) ? { normal: digits } : null;
  },
};
