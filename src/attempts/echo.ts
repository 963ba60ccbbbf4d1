import type { Product } from '../product/types';
import type { Exhibit, OwnerName } from '../words';
import { corpus } from './probes';
import { hidden } from './probes/hidden';
import { knownOf, named } from './probes/named';

/** A sentence of the corpus as it may stand in a history, and what it names of somebody. */
interface Echo {
  readonly sentence: string;
  /** What it names, also where it holds that in pieces or hidden. */
  readonly names: readonly string[];
}

/**
 * What the suite's own corpus named in what a visitor was shown. Products keep what is said to their chatbot: a question
 * that names somebody, asked in another test or last night, comes back in the asker's own history together with the
 * bot's answer to it. What the question named is then an echo, as if it had been said just now.
 */
export function echoesIn(exhibits: readonly Exhibit[], product: Product): readonly string[] {
  const found = exhibits.flatMap(textOf).flatMap((text) => echoesInText(text, echoesOf(product)));
  return [...new Set(found.flatMap(({ names }) => names))];
}

/** Most texts hold none of the values: one look for each of them spares a look for each sentence. */
function echoesInText(text: string, echoes: ReadonlyMap<string, readonly Echo[]>): readonly Echo[] {
  return [...echoes].flatMap(([needle, those]) =>
    text.includes(needle) ? those.filter(({ sentence }) => text.includes(sentence)) : [],
  );
}

const remembered = new WeakMap<Product, ReadonlyMap<string, readonly Echo[]>>();

function echoesOf(product: Product): ReadonlyMap<string, readonly Echo[]> {
  const known = remembered.get(product);
  if (known) return known;
  const echoes = new Map<string, readonly Echo[]>();
  for (const { needle, ...echo } of Object.keys(product.accounts).flatMap((owner) => about(owner, product)))
    echoes.set(needle, [...(echoes.get(needle) ?? []), echo]);
  remembered.set(product, echoes);
  return echoes;
}

/** Every turn of the corpus that names something of this owner, as it would be sent, with a part that it cannot lack. */
function about(owner: OwnerName, product: Product): readonly (Echo & { readonly needle: string })[] {
  const known = knownOf(owner, product);
  return corpus.flatMap((probe) => {
    const { probe: filled, named: names } = named(probe, known) ?? { probe, named: [] };
    const turns = [...filled.says, ...(filled.before ?? []).map(({ text }) => text)];
    return turns.flatMap((turn) => {
      const value = names.find((name) => turn.includes(name));
      if (value === undefined) return [];
      return spelled(hidden(turn, probe)).map((sentence) => ({
        needle: sentence.includes(value) ? value : sentence,
        sentence,
        names: [turn, ...names],
      }));
    });
  });
}

/** As it was said, and as it stands in JSON, where that is not the same. */
function spelled(sentence: string): readonly string[] {
  const inJson = JSON.stringify(sentence).slice(1, -1);
  return inJson === sentence ? [sentence] : [sentence, inJson];
}

/** Nobody's history is in scripts, styles and pictures, nor in what is this large. */
function textOf({ body, type = '' }: Exhibit): readonly string[] {
  if (/javascript|css|image|font|pdf/.test(type)) return [];
  if (typeof body === 'string') return [body];
  return body instanceof Uint8Array && body.length < 1_000_000 ? [Buffer.from(body).toString('utf8')] : [];
}
