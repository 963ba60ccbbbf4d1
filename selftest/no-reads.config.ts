import { product as demo } from '../product.config';
import type { Product } from '../src/product/types';

const nothingListed: Partial<Product> = {
  reads: [],
  adminReads: [],
  endpoints: { openapi: 'selftest/mobile-api.json', list: ['/m/api/invoices/{id}'] },
};

/**
 * The demo by somebody who has listed no request at all, and knows of one address of the mobile site, and of a
 * description of some more. (What is read late stays so: the address of the site is not known yet.)
 */
export const product: Product = Object.defineProperties(
  demo,
  Object.getOwnPropertyDescriptors(nothingListed),
);
