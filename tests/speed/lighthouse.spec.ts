import { expect, product, test } from '../fixtures';

for (const page of product.pages.public) {
  test(`${page} scores above ${product.limits.lighthouse} with Lighthouse on a phone`, async ({
    measure,
  }) => {
    expect(await measure.page(page)).toBeMet();
  });
}
