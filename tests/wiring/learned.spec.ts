import { expect, product, sayOverlap, test } from '../fixtures';

// Where records are listed, nothing was learned that could be wrong.
for (const learned of product.learn ? [product.overlaps ?? []] : []) {
  test('what one account is shown as its own, no other is', async ({ stage }) => {
    for (const overlap of learned) {
      const { what, next } = sayOverlap(overlap);
      stage.facts.unknown({ what: 'control-failed', detail: `${what} → ${next}` });
    }
    expect(learned).toEqual([]);
  });
}
