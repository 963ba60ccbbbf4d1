import { request } from 'undici';
import type { AccountName } from '../../words';
import { assertAllowed } from '../allowed-hosts';
import { whyUnreachable } from '../failure';
import { ownHeaders } from '../run-id';
import type { Product } from '../types';
import { notSignedIn } from './errors';

/** Milliseconds until a sign-in counts as unanswered. */
const patience = 15_000;

/** One answer of a sign-in endpoint; `json` is `undefined` when the body is something else. Redirects are not followed. */
export interface SignInAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  /** The lines of `Set-Cookie`. */
  readonly setCookie: readonly string[];
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
    /** Sent as JSON, or as a form when it is a `URLSearchParams`. */
    readonly body?: unknown;
    /** Without one: `POST` with a body, `GET` without. */
    readonly method?: 'POST' | 'PUT';
  },
): Promise<SignInAnswer> {
  assertAllowed(url, product.allowedHosts);
  try {
    const { statusCode, headers, body } = await request(url, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...ownHeaders(),
        ...options.headers,
        ...(options.body !== undefined && { 'content-type': typeOf(options.body) }),
      },
      body: options.body === undefined ? null : textOf(options.body),
      headersTimeout: patience,
      bodyTimeout: patience,
    });
    const text = await body.text();
    const setCookie = [headers['set-cookie'] ?? []].flat();
    return { status: statusCode, json: parsed(text), text, setCookie };
  } catch (error) {
    throw notSignedIn(
      account,
      'unreachable',
      `${url.origin}${url.pathname} did not answer (${whyUnreachable(error).detail})`,
    );
  }
}

function typeOf(body: unknown): string {
  return body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json';
}

function textOf(body: unknown): string {
  return body instanceof URLSearchParams ? body.toString() : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
