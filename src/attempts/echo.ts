import type { Product } from '../product/types';
import type { Exhibit } from '../words';
import { corpusAbout } from './sayings';

/**
 * Sentences of the suite's own corpus that stand in what a visitor was shown. Products keep what is said to their
 * chatbot: a question that names somebody, asked in another test or last night, comes back in the asker's own history
 * together with the bot's answer to it. What the question named is then an echo, as if it had been said just now.
 */
export function echoesIn(exhibits: readonly Exhibit[], product: Product): readonly string[] {
  const sentences = sentencesOf(product);
  const texts = exhibits.flatMap(textOf);
  return sentences.filter((sentence) => texts.some((text) => text.includes(sentence)));
}

const known = new WeakMap<Product, readonly string[]>();

function sentencesOf(product: Product): readonly string[] {
  const sentences =
    known.get(product) ?? Object.keys(product.accounts).flatMap((owner) => corpusAbout(owner, product));
  known.set(product, sentences);
  return sentences;
}

/** Nobody's history is in scripts, styles and pictures, nor in what is this large. */
function textOf({ body, type = '' }: Exhibit): readonly string[] {
  if (/javascript|css|image|font|pdf/.test(type)) return [];
  if (typeof body === 'string') return [body];
  return body instanceof Uint8Array && body.length < 1_000_000 ? [Buffer.from(body).toString('utf8')] : [];
}
