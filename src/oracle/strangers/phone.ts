import type { PhoneNumber } from 'libphonenumber-js/max';
import { labelled, type Detector } from './detector';

/** Without it, every second number of a JSON text would be somebody's. */
const label = labelled(
  'phone|telephone|telefon|téléphone|teléfono|telefono|telefoon|mobile|mobil|handy|portable|cell|\\btel|\\bfon|whatsapp',
);
const otherLabel = /(?:_id|Id|ID|uuid|token|code|prefix|width|breakpoint)["'`]?\s{0,4}[:=]/;

/** Countries whose national spelling is tried behind a label. */
const countries = [
  'US',
  'GB',
  'DE',
  'FR',
  'ES',
  'IT',
  'NL',
  'AT',
  'CH',
  'BE',
  'PL',
  'SE',
  'DK',
  'NO',
  'PT',
  'IE',
  'BR',
  'MX',
  'IN',
  'AU',
] as const;

/** Kept for films and examples: North America's 555-01xx, and the ranges that Ofcom and the Bundesnetzagentur keep. */
const kept =
  /^\+(?:1\d{3}55501\d\d|44(?:7700900|1632960|2079460|3069990|8081570|9098790)\d{3}|4930231251\d\d|4915228817386)$/;

/** Nobody's own: what callers pay, and what the owner pays. */
const services = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL']);

/** Numbers written with their country's code, and national ones behind a label. */
export const phone: Detector = {
  kind: 'phone number',
  pattern: /(?<![\p{L}\p{N}+._/-])(?:\+|\(?\d)[\d().\u00a0 /-]{6,22}\d(?![\p{L}\d])/gu,
  isLikely({ text, before }) {
    const digits = text.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15) return text.startsWith('+') && digits > 15;
    return text.startsWith('+') || (label.test(before) && !otherLabel.test(before));
  },
  async read({ text }) {
    const number = text.startsWith('+') ? await international(text) : await national(text);
    if (number === null || kept.test(number.number)) return null;
    const type = number.getType();
    return type !== undefined && services.has(type) ? null : { normal: number.number };
  },
};

/** Another number may follow: what is too long is tried without its last group. */
async function international(text: string): Promise<PhoneNumber | null> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  for (let rest = text; rest.length > 7; rest = rest.replace(/[().\u00a0 /-]+\d+\)?$|\d$/, '')) {
    const number = parsePhoneNumberFromString(rest);
    if (number?.isValid()) return number;
    if (!/[().\u00a0 /-]/.test(rest)) return null;
  }
  return null;
}

async function national(text: string): Promise<PhoneNumber | null> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  for (const country of countries) {
    const number = parsePhoneNumberFromString(text, country);
    if (number?.isValid()) return number;
  }
  return null;
}
