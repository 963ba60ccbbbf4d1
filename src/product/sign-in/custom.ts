import type { SignInRecipe } from '../types';

type Script = Pick<SignInRecipe, 'alive' | 'signIn' | 'storage'> &
  Partial<Pick<SignInRecipe, 'name' | 'needs' | 'origins' | 'headers' | 'publishableKey' | 'keySet'>>;

/**
 * For backends that no other recipe knows: four things as functions of your own. Without `headers` an API request
 * carries the session as a bearer token.
 */
export function custom(script: Script): SignInRecipe {
  return {
    name: 'custom',
    needs: [],
    origins: [],
    headers: (session) => bearer(session?.accessToken),
    ...script,
  };
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
