import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { runsIn, signClass } from './runs';

const digits = { signs: signClass(/[0-9]/, /[ ,]/), fewest: 4 };

test('finds just the runs that an expression finds, however they lie', () => {
  assert(
    property(array(constantFrom('1', '2', ' ', ',', 'x', '1234', 'é'), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const found = Array.from(runsIn(text, digits), ({ run }) => run.replace(/^[^\d ,]|[^\d ,]$/g, ''));
      const expected = Array.from(text.matchAll(/[\d ,]+/g), ([run]) => run).filter(
        (run) => run.replace(/\D/g, '').length >= digits.fewest,
      );
      expect(found).toEqual(expected);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('shows one sign more on either side, and where the run begins', () => {
  expect([...runsIn('ab12 345cd', digits)]).toEqual([{ run: 'b12 345c', begin: 1 }]);
});
