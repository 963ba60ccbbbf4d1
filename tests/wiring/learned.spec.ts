import { expect, product, test } from '../fixtures';

// Where records are listed, nothing was learned that could be wrong.
for (const learned of product.learn ? [product.overlaps ?? []] : []) {
  test('what one account is shown as its own, no other is', async ({ stage }) => {
    for (const { kind, field, owners } of learned) {
      const detail = `${owners.join(' and ')} are both shown the same ${kind} ${field}: either they share it (then declare it public), or one of them sees the other’s`;
      stage.facts.unknown({ what: 'control-failed', detail });
    }
    expect(learned).toEqual([]);
  });
}
