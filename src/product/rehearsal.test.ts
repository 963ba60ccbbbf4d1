import { expect, test } from 'vitest';
import { refuseRehearsal, rehearsalVariable } from './rehearsal';

test('a run that judges refuses answers that were made up', () => {
  expect(() => refuseRehearsal({ [rehearsalVariable]: 'null' })).toThrow(/Unset it/);
  expect(() => refuseRehearsal({})).not.toThrow();
});
