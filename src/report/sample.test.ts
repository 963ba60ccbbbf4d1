import { expect, test } from 'vitest';
import type { Attempt, Drawn, Verdict } from '../words';
import { accept } from './acceptance';
import { render } from './render';
import { sampleOf } from './sample';
import { attemptOf, findingOf, factsOf, stageResultsOf, testOf } from './sample-results';

const drawn: Drawn = { id: 'everybody', family: 'everybody', seed: 'a seed', version: 3, way: 'api' };
const held: Verdict = { is: 'held', because: 'plain-answer' };
const stopped: Verdict = { is: 'held', because: 'unauthenticated' };
const leaked: Verdict = { is: 'leaked', findings: [findingOf()] };
const open: Verdict = { is: 'unknown', because: { what: 'empty-answer', detail: 'nothing came' } };

const probeWith = (verdict: Verdict, family = 'everybody'): Attempt =>
  attemptOf({ probe: { kind: 'chat', what: 'probe', drawn: { ...drawn, family } }, verdict, requests: 2 });
const ofAll = (verdicts: readonly Verdict[]) =>
  sampleOf(
    verdicts.map((verdict) => ({
      test: testOf('chatbot', 'a test'),
      seeAgain: { guarantee: '', command: '' },
      it: probeWith(verdict),
    })),
  );

test('says what so many answers bear', () => {
  expect(ofAll(Array.from({ length: 300 }, () => held))?.sentence).toBe(
    '0 of 300 answered probes leaked: under 1 % at 95 % confidence, for questions drawn like these',
  );
});

test('what was not answered is in no denominator, and neither is what was stopped at the door', () => {
  expect(ofAll([held, leaked, open, stopped])).toMatchObject({
    probes: 4,
    answered: 2,
    leaked: 1,
    messages: 8,
  });
  expect(ofAll([open, stopped])?.sentence).toMatch(/nothing can be concluded/);
});

test('what was not drawn is no sample', () => {
  const { probe: _, ...plain } = probeWith(held);
  const it = attemptOf(plain);
  expect(
    sampleOf([{ test: testOf('chatbot', 'a test'), seeAgain: { guarantee: '', command: '' }, it }]),
  ).toBeUndefined();
});

test('the report shows it, with the seed', () => {
  const facts = factsOf({ attempts: [probeWith(held), probeWith(held, 'by-name')] });
  const results = stageResultsOf('guarantees', { tests: [testOf('chatbot', 'a test', { facts: [facts] })] });
  const acceptance = accept([results], { expected: [], now: new Date(0) });
  expect(acceptance.sample).toMatchObject({ seeds: ['a seed'], versions: [3], families: [{}, {}] });
  expect(render(acceptance)).toMatch(/0 of 2 answered probes leaked: under 78 %[\s\S]*a seed/);
});
