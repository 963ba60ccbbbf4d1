import type { Product } from '../product/types';
import type { Exhibit } from '../words';
import { corpusAbout } from './sayings';

/**
 * Takes whole sentences of the suite's own corpus out of exhibits. Products keep what is said to their chatbot: a
 * question that names somebody, asked in another test or last night, comes back in the asker's own history, and there
 * is no leak in that. Only the complete sentence goes; a name that stands anywhere else is found.
 */
export function withoutEchoes(exhibits: readonly Exhibit[], product: Product): readonly Exhibit[] {
  const sentences = sentencesOf(product);
  return exhibits.map((exhibit) => {
    const text = textOf(exhibit);
    const found = text === undefined ? [] : sentences.filter((sentence) => text.includes(sentence));
    if (text === undefined || found.length === 0) return exhibit;
    const body = found.reduce((rest, sentence) => rest.replaceAll(sentence, ' '), text);
    return { ...exhibit, body };
  });
}

const known = new WeakMap<Product, readonly string[]>();

function sentencesOf(product: Product): readonly string[] {
  const sentences =
    known.get(product) ?? Object.keys(product.accounts).flatMap((owner) => corpusAbout(owner, product));
  known.set(product, sentences);
  return sentences;
}

/** A body that is text; what is packed or of another encoding holds no sentence that could be found this way. */
function textOf({ body }: Exhibit): string | undefined {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array && body.length < 5_000_000
    ? Buffer.from(body).toString('utf8')
    : undefined;
}
