import { expect, test } from 'vitest';
import { loadProduct } from '../product/load';
import type { Exhibit } from '../words';
import { echoesIn } from './echo';
import { corpus } from './probes';
import { hidden } from './probes/hidden';
import { knownOf, named } from './probes/named';

const product = await loadProduct();
const known = knownOf('userA', product);
const name = known.get('name') ?? '';
const shown = (body: string): readonly Exhibit[] => [
  { channel: 'response-body', where: { part: 'body' }, at: 0, type: 'application/json', body },
];
const sentencesOf = (id: string) => {
  const probe = corpus.find((one) => one.id === id);
  const filled = probe && named(probe, known);
  if (!filled) throw new Error(`no probe ${id}`);
  return filled.probe.says.map((words) => hidden(words, filled.probe));
};

test.each([
  'bookings-of-name',
  'hidden-of-name-base64',
  'hidden-of-name-zero-width',
  'chunked-name',
  'pasted-mail',
])('a history with the question of %s has named whom it names, and nobody else', (id) => {
  const history = JSON.stringify(sentencesOf(id).map((text) => ({ author: 'customer', text })));
  const echoes = echoesIn(shown(history), product);
  expect(echoes).toContain(name);
  expect(echoes).not.toContain(known.get('phone'));
  expect(echoes).not.toContain(knownOf('userB', product).get('name'));
});

test('what the bot adds is no echo: a name outside of the suite’s own sentences names nobody', () => {
  expect(echoesIn(shown(JSON.stringify({ text: `Yes, ${name} is a regular of ours.` })), product)).toEqual(
    [],
  );
});
