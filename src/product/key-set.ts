import * as z from 'zod';
import type { Api } from './api';
import type { Product } from './types';

/** A JWK set (RFC 7517), as far as it is read here: keys of any make. */
const keySet = z.looseObject({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })),
});

export type PublishedKey = z.output<typeof keySet>['keys'][number];

/** More than a rotation ever needs. */
const mostKeys = 3;

/** The public keys that a product publishes for its tokens; none where it publishes none. */
export async function publishedKeys(api: Api, { signIn }: Product): Promise<readonly PublishedKey[]> {
  if (!signIn.keySet) return [];
  const outcome = await api.send(signIn.keySet);
  if (outcome.failed !== undefined || outcome.status !== 200) return [];
  return keysIn(outcome.text()).slice(0, mostKeys);
}

function keysIn(text: string): readonly PublishedKey[] {
  try {
    return keySet.parse(JSON.parse(text)).keys;
  } catch {
    return [];
  }
}
