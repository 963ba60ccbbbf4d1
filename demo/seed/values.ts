import type { Faker } from '@faker-js/faker';

/** Letters and digits that nobody mistakes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `count` characters with at least one letter and one digit in every four. */
function block(faker: Faker, count: number): string {
  const letters = faker.string.fromCharacters(alphabet.slice(8), count - 2);
  const digits = faker.string.fromCharacters(alphabet.slice(0, 8), 2);
  return faker.helpers.shuffle((letters + digits).split('')).join('');
}

/** A booking reference such as `HL-7QK4-93XZ`. */
export function bookingReference(faker: Faker, prefix: string): string {
  return `${prefix}-${block(faker, 4)}-${block(faker, 4)}`;
}

/** An invoice number such as `HLI-25-7K2Q9XMA`. */
export function invoiceNumber(faker: Faker, prefix: string, year: number): string {
  return `${prefix}I-${year % 100}-${block(faker, 4)}${block(faker, 4)}`;
}

/** A structured creditor reference (ISO 11649): `RF`, two check digits, sixteen characters in groups of four. */
export function paymentReference(faker: Faker): string {
  const body = [block(faker, 4), block(faker, 4), block(faker, 4), block(faker, 4)];
  const digits = `${body.join('')}RF00`.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
  return [`RF${check}`, ...body].join(' ');
}

/** A mobile number in the international format of the country, from ranges that are really given out. */
export function mobileNumber(faker: Faker, country: 'NL' | 'DE'): string {
  if (country === 'NL') return `+31 6 ${faker.string.fromCharacters('1234', 1)}${faker.string.numeric(7)}`;
  return `+49 151 ${faker.string.fromCharacters('124567', 1)}${faker.string.numeric(7)}`;
}

/** A made-up mail domain of somebody's own, such as `lantern-plover.eu`. */
export function mailDomain(faker: Faker): string {
  const words = [
    faker.word.noun({ length: { min: 5, max: 9 } }),
    faker.animal.bird().split(' ').at(-1) ?? 'bird',
  ];
  const host = words.map((word) => word.toLowerCase().replaceAll(/[^a-z]/g, '')).join('-');
  return `${host}.${faker.helpers.arrayElement(['eu', 'nl', 'club', 'studio'])}`;
}
