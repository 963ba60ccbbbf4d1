import { describe, expect, test } from 'vitest';
import { createMask, createSearch } from './mask';

const literals = [
  { label: 'userA name', value: 'Zoë "Z" O’Hara & Co' },
  { label: 'userA email', value: 'zoe.o+h@brindle.test' },
  { label: 'userA short', value: 'Zoë "Z"' },
  { label: 'password', value: 'pa ss/wörd<1>' },
];
const mask = createMask(literals);
const search = createSearch(literals);
const [name, email] = [literals[0]?.value ?? '', literals[1]?.value ?? ''];

const forms: readonly (readonly [string, (value: string) => string])[] = [
  ['raw', (value) => value],
  ['url', encodeURIComponent],
  ['url', (value) => new URLSearchParams({ q: value }).toString().slice(2).replaceAll('%27', "'")],
  ['url', (value) => encodeURIComponent(encodeURIComponent(value))],
  ['json', (value) => JSON.stringify({ value })],
  ['json', (value) => JSON.stringify(JSON.stringify({ value }))],
  [
    'html',
    (value) =>
      value
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;'),
  ],
  ['base64', btoaUtf8],
  ['base64', (value) => btoaUtf8(`x${value}y`)],
  ['base64', (value) => btoaUtf8(`xy: ${value}\n`)],
  ['base64', (value) => Buffer.from(`${value}?`).toString('base64url')],
];

function btoaUtf8(value: string): string {
  return Buffer.from(value).toString('base64');
}

describe.each(forms)('%s form', (form, write) => {
  test.each(literals.filter(({ label }) => label !== 'userA short'))('of $label', ({ label, value }) => {
    const written = `before ${write(value)} after`;
    expect(mask(written)).toContain(`‹${label}›`);
    expect(search(mask(written))).toEqual([]);
    const found = search(written);
    expect(found.map((one) => one.label)).toContain(label);
    if (!write(value).includes(value)) expect(found.map((one) => one.form)).toContain(form);
    expect(search(Buffer.from(written))).toContainEqual(expect.objectContaining({ label }));
  });
});

test('the longest literal wins, and the rest of the text stays as it was', () => {
  expect(mask(`a ${name}, Zoë "Z", b`)).toBe('a ‹userA name›, ‹userA short›, b');
  expect(mask('nothing to see')).toBe('nothing to see');
});

test('case of an email address makes no difference, that of other literals does', () => {
  expect(mask(email.toUpperCase())).toBe('‹userA email›');
  expect(mask(name.toUpperCase())).toBe(name.toUpperCase());
});

test('tokens that nobody named are masked too', () => {
  const jwt = [{ alg: 'HS256' }, { sub: '1', role: 'user' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  expect(mask(`authorization: Bearer ${'0aB'.repeat(9)}\nx ${jwt}.c2ln y`)).toBe(
    'authorization: Bearer ‹token›\nx ‹token› y',
  );
});

test('500 literals in some megabytes take a moment', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    label: `l${index}`,
    value: `value number ${index * 7919} of it`,
  }));
  const text = `lorem ipsum dolor sit amet, value of nobody; ${many[77]?.value} `.repeat(40_000);
  const started = process.cpuUsage();
  expect(createMask(many)(text)).not.toContain(many[77]?.value);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000);
});
