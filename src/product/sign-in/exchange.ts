import { request } from 'undici';
import type { AccountName } from '../../words';
import { assertAllowed } from '../allowed-hosts';
import { whyUnreachable } from '../failure';
import { ownHeaders } from '../run-id';
import type { Product } from '../types';
import { notSignedIn } from './errors';

/** Milliseconds until a sign-in counts as unanswered. */
const patience = 15_000;

/** One answer of a sign-in endpoint; `json` is `undefined` when the body is something else. */
export interface SignInAnswer {
  readonly status: number;
  readonly json: unknown;
}

/**
 * Asks a sign-in endpoint something. Not through the client of a persona: what is sent and answered here are
 * passwords and tokens, and belongs into no ledger.
 *
 * @throws {NotSignedIn} when nobody answers
 * @throws {ConfigError} when the host may not be sent anything
 */
export async function exchange(
  { account, product }: { readonly account: AccountName; readonly product: Pick<Product, 'allowedHosts'> },
  url: URL,
  options: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    /** Without one: `POST` with a body, `GET` without. */
    readonly method?: 'POST' | 'PUT';
  },
): Promise<SignInAnswer> {
  assertAllowed(url, product.allowedHosts);
  try {
    const { statusCode, body } = await request(url, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...ownHeaders(),
        ...options.headers,
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
      },
      body: options.body === undefined ? null : JSON.stringify(options.body),
      headersTimeout: patience,
      bodyTimeout: patience,
    });
    return { status: statusCode, json: parsed(await body.text()) };
  } catch (error) {
    throw notSignedIn(
      account,
      'unreachable',
      `${url.origin}${url.pathname} did not answer (${whyUnreachable(error).detail})`,
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
