import { expect, test } from 'vitest';
import { refuseWithoutRedaction } from './guard-reporters';

const redactor = ['/repo/src/report/redacting-reporter.ts'] as const;
const closing = ['/repo/src/report/closing-reporter.ts'] as const;

test.for([
  ['the list of the configuration', [redactor, ['list'], ['html'], closing]],
  ['a reporter that was added', [redactor, ['html'], closing, ['json']]],
] as const)('%s may run', ([, reporter]) => {
  expect(() => refuseWithoutRedaction({ reporter: reporter.map(([name]) => [name]) })).not.toThrow();
});

test.for([
  ['html alone', [['html']]],
  ['the redaction second', [['list'], redactor, closing]],
  ['no last look', [redactor, ['html']]],
  ['none', []],
] as const)('%s is refused with what to do instead', ([, reporter]) => {
  const config = { reporter: reporter.map(([name]): [string] => [name]) };
  expect(() => refuseWithoutRedaction(config)).toThrow(/--add-reporter=NAME/);
});
