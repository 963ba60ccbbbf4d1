import type { AccountName } from '../../words';

/** Why somebody is not signed in. None of them is a defence of the product. */
export type SignInFault =
  'no-account' | 'wrong-credentials' | 'throttled' | 'unreachable' | 'unexpected-answer' | 'not-alive';

/** Nobody was signed in. The message is a sentence for people and holds no password and no token. */
export interface NotSignedIn extends Error {
  readonly account: AccountName;
  readonly fault: SignInFault;
}

/** The error for an account that could not be signed in, or whose session does not work. */
export function notSignedIn(account: AccountName, fault: SignInFault, sentence: string): NotSignedIn {
  const error = new Error(`${account} is not signed in: ${sentence}`);
  error.name = 'NotSignedIn';
  return Object.assign(error, { account, fault });
}

/** Whether an error says that somebody could not be signed in. */
export function isNotSignedIn(error: unknown): error is NotSignedIn {
  return error instanceof Error && error.name === 'NotSignedIn';
}
