import { expect, test } from 'vitest';
import { accept } from './acceptance';
import { render } from './render';
import { factsOf, findingOf, greenGates, greenGuarantees, leakOf, testOf } from './sample-results';

const nasty = `<img src=x onerror="alert('1')">&\``;
const now = new Date('2026-03-01T14:06:10Z');

/** A report in which every text that comes from outside is hostile. */
function hostileReport(): string {
  const green = greenGuarantees();
  const finding = findingOf({
    rule: nasty,
    viewer: nasty,
    owner: nasty,
    kind: nasty,
    field: nasty,
    channel: nasty,
    where: { part: nasty, url: nasty, selector: nasty, path: nasty },
    disguise: [nasty],
    fingerprint: nasty,
  });
  const unknown = [{ what: 'timeout', detail: nasty } as const];
  const gate = {
    gate: nasty,
    subject: nasty,
    verdict: { is: 'met', measured: 1, unit: nasty, limit: 2 },
    figures: { [nasty]: nasty },
  } as const;
  const facts = factsOf({
    attempts: [leakOf(finding)],
    findings: [finding],
    gates: [gate],
    unknown,
    searched: { [nasty]: 3 },
  });
  const tests = [
    testOf('records', nasty, { outcome: 'failed', reason: nasty, file: nasty, facts: [facts] }),
    testOf('records', nasty, { outcome: 'skipped', reason: nasty, facts: [] }),
  ];
  const results = [
    { ...green, tests, product: nasty, kinds: [nasty], personas: [nasty], problems: [nasty], notes: [nasty] },
  ];
  return render(accept(results, { expected: ['guarantees', 'gates'], now }));
}

test('nothing that was read or measured becomes markup', () => {
  const page = hostileReport();
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
  expect(page).not.toMatch(/<(img|script|iframe|link|object|embed|form)\b/i);
  expect(page).not.toMatch(/<[^>]*\sonerror=/i);
  expect(page).toContain('content="default-src &#39;none&#39;');
});

test('the page asks nobody for anything', () => {
  const page = render(accept([greenGuarantees(), greenGates()], { expected: ['guarantees', 'gates'], now }));
  expect(page).not.toMatch(/\b(?:src|href|action|srcset|poster)\s*=/i);
  expect(page).not.toMatch(/url\(|@import/i);
  expect(page).toContain('<title>All held: Harbour Lane Studio</title>');
});

test('the verdict comes first, before all figures', () => {
  const page = render(accept([greenGuarantees()], { expected: [], now }));
  const heading = page.indexOf('<h1>');
  expect(heading).toBeGreaterThan(0);
  expect(heading).toBeLessThan(page.indexOf('class="figures"'));
  expect(page.slice(heading)).toMatch(/^<h1>\s*All held/);
});

test('what is worth a look has a section of its own, and none where there is nothing', () => {
  const where = { part: 'body', url: 'https://kade.example/api', path: '$.guest' };
  const hints = [
    {
      kind: 'name of a person',
      viewer: 'userB',
      channel: 'dom',
      where,
      shown: { from: 5 },
      fingerprint: '0123456789ab',
    },
  ] as const;
  const pageOf = (facts: Parameters<typeof factsOf>[0]): string => {
    const green = greenGuarantees();
    const tests = [...green.tests, testOf('pages', 'x', { facts: [factsOf(facts)] })];
    return render(accept([{ ...green, tests }, greenGates()], { expected: ['guarantees', 'gates'], now }));
  };
  const page = pageOf({ hints });
  expect(page).toContain('<title>All held');
  expect(page).toMatch(/Worth a look[^]*User B[^]*1 name of\s+people[^]*\$\.guest[^]*0123456789ab/);
  expect(pageOf({})).not.toContain('Worth a look');
});
