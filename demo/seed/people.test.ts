import { expect, test } from 'vitest';
import { demoPublic, demoRecords } from '../product';
import { people } from './people';

const owners = ['userA', 'userB', 'wrongTenant', 'admin', 'staff', 'otherStaff'];

test('each person has enough of everything', () => {
  for (const person of people) {
    expect(person.bookings).toHaveLength(3);
    expect(person.invoices).toHaveLength(3);
    expect(person.messages.length).toBeGreaterThanOrEqual(5);
    expect(person.notes.length).toBeGreaterThanOrEqual(2);
  }
});

test('no private value is anybody else’s, in a list of public ones, or part of another’s', () => {
  const values = demoRecords.flatMap(({ owner, fields }) =>
    Object.values(fields).map((value) => ({ owner, value: value.toLowerCase() })),
  );
  const clashes = values.filter(({ owner, value }) =>
    values.some((other) => other.owner !== owner && other.value.includes(value)),
  );
  expect(clashes).toEqual([]);
  expect(values.filter(({ value }) => demoPublic.some((open) => open.toLowerCase().includes(value)))).toEqual(
    [],
  );
});

test('first names do not collide, and names are never first names only', () => {
  const firstNames = people.map(({ firstName }) => firstName.toLowerCase());
  expect(new Set(firstNames).size).toBe(people.length);
  for (const { fullName } of people) expect(fullName).toMatch(/\S{2,} \S{2,}/);
});

test.each([
  ['email', /^[a-z.]{5,}@[a-z]{4,}[a-z-]*\.(?:eu|nl|club|studio)$/],
  ['phone', /^\+(?:31 6 [1-4]\d{7}|49 151 \d{8})$/],
  ['reference', /^(?:HL|NK)(?:-(?=\w*\d)(?=\w*[A-Z])\w{4}){2}$/],
  ['invoice number', /^(?:HL|NK)I-\d\d-[2-9A-Z]{8}$/],
  ['payment reference', /^RF\d\d(?: [2-9A-Z]{4}){4}$/],
  ['note', /^.{30,}$/],
  ['text', /^.{50,}$/],
  ['address', /\d.*, (?:\d{4} [A-Z]{2}|\d{5}) \S/],
])('%s is hard to meet by chance', (field, shape) => {
  const values = demoRecords.flatMap(({ fields }) =>
    Object.entries(fields).filter(([name]) => name === field),
  );
  expect(values.length).toBeGreaterThanOrEqual(4);
  for (const [, value] of values) expect(value).toMatch(shape);
});

test('check digits of payment references are right (ISO 11649)', () => {
  for (const { paymentReference } of people.flatMap(({ invoices }) => invoices)) {
    const compact = paymentReference.replaceAll(' ', '');
    const moved = compact.slice(4) + compact.slice(0, 4);
    const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
    expect(BigInt(digits) % 97n).toBe(1n);
  }
});

test('records belong to the owners that the suite knows, each kind with two values at least', () => {
  expect([...new Set(demoRecords.map(({ owner }) => owner))].toSorted()).toEqual(owners.toSorted());
  const values = (owner: string, kind: string) =>
    demoRecords
      .filter((record) => record.owner === owner && record.kind === kind)
      .flatMap(({ fields }) => Object.values(fields)).length;
  for (const kind of ['profile', 'booking', 'invoice', 'chat message']) {
    for (const owner of owners.slice(0, 4)) expect(values(owner, kind)).toBeGreaterThanOrEqual(2);
  }
  for (const owner of owners.slice(4)) expect(values(owner, 'internal note')).toBeGreaterThanOrEqual(2);
});
