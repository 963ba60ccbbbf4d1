import { expect, test } from 'vitest';
import { gatherLiterals } from './literals';

const signIn = { name: 'x', needs: ['ANON_KEY'], origins: [], alive: { path: '/' } };

/** Only what `gatherLiterals` looks at; the recipe’s functions are never called. */
function gather(
  records: Parameters<typeof gatherLiterals>[0]['records'],
  declaredPublic: readonly string[] = [],
) {
  const never = () => {
    throw new Error('not part of this test');
  };
  const product = {
    accounts: { userA: { emailEnv: 'A_EMAIL', passwordEnv: 'A_PASSWORD' } },
    records,
    public: declaredPublic,
    signIn: { ...signIn, signIn: never, storage: never, headers: never },
  };
  return gatherLiterals(product, {
    A_EMAIL: 'anna@mail.example',
    A_PASSWORD: 'correct horse',
    ANON_KEY: 'anon-key-value',
  });
}

test('records of every owner, accounts and keys are gathered under labels that hold no value', () => {
  const { literals } = gather([
    { owner: 'userA', kind: 'invoice', id: '7d5c1c1e-8f52-4b39', fields: { number: 'INV-77Q1' } },
    { owner: 'staff', kind: 'internal note', fields: { text: 'prefers the window seat' } },
  ]);
  expect(literals).toEqual([
    { label: 'userA invoice number', value: 'INV-77Q1' },
    { label: 'userA invoice id', value: '7d5c1c1e-8f52-4b39' },
    { label: 'staff internal note text', value: 'prefers the window seat' },
    { label: 'userA account e-mail', value: 'anna@mail.example' },
    { label: 'userA account password', value: 'correct horse' },
    { label: 'ANON_KEY', value: 'anon-key-value' },
  ]);
});

test.for([
  ['Ann', false],
  ['Anna', true],
  ['1024', false],
  ['10-24-99', true],
  ['  ', false],
] as const)('a value like "%s" is searched for: %s', ([value, isSearched]) => {
  const { literals } = gather([{ owner: 'userA', kind: 'profile', fields: { thing: value } }]);
  expect(literals.some(({ label }) => label.endsWith('thing'))).toBe(isSearched);
});

test('what is too short is named, never dropped silently; what is public is no secret', () => {
  const record = { owner: 'userA', kind: 'profile', fields: { pin: '1024', contact: 'help@shop.example' } };
  const { literals, tooShort } = gather([record], ['help@shop.example']);
  expect(tooShort).toEqual(['userA profile pin']);
  expect(literals.map(({ label }) => label)).not.toContain('userA profile contact');
});
