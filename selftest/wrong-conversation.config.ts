import { product as demo } from '../product.config';
import type { Product } from '../src/product/types';

const { api } = demo.chat;
if (!api?.conversation) throw new Error('the demo’s config tells no conversations apart');

/** The mistake is told by the variable: `{ "key": "id" }`. */
const mistake: unknown = JSON.parse(process.env['WRONG_CONVERSATION'] ?? '{}');
const conversation = Object.assign({}, api.conversation, mistake);
const chat: Product['chat'] = { ...demo.chat, api: { ...api, conversation } };

/** The demo by somebody who has made a mistake in how its conversations are told apart. */
export const product: Product = Object.defineProperties(
  demo,
  Object.getOwnPropertyDescriptors({ chat } satisfies Partial<Product>),
);
