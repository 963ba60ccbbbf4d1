import { decodeJwt } from 'jose/jwt/decode';
import type { Problem } from './config-error';

const token = /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/;

/** Beginnings by which issuers mark what must not be published. Publishable keys (`pk_`, `sb_publishable_`) are not among them. */
const privateMarks: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'a private key', shape: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  {
    what: 'a secret key',
    shape: /\b(?:sk|rk)[-_](?:live|test|proj|ant|or)[-_][\w-]{8,}|\bsk-[A-Za-z\d]{20,}/,
  },
  { what: 'a Supabase secret', shape: /\bsb_secret_\w+|\bsbp_[a-f\d]{20,}/ },
  { what: 'a webhook secret', shape: /\bwhsec_\w+/ },
  { what: 'an access token', shape: /\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\bglpat-[\w-]{16,}/ },
  { what: 'a cloud access key', shape: /\bAKIA[A-Z\d]{16}\b/ },
  { what: 'a URL with a password in it', shape: /\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i },
];

/** Names under which people keep what should be in the environment. */
const secretName =
  /^(?:pass(?:word|phrase|wd)?|secret|token|jwt|api_?key|service_?key|authorization|cookie)$/i;

/**
 * Everything in a config that should be in the environment instead.
 * Records are read for marked secrets only: a customer's value may well be called `token`.
 */
export function secretsIn(config: unknown, at: readonly string[] = []): Problem[] {
  if (typeof config === 'string') return problemOf(config, at);
  if (typeof config !== 'object' || config === null || config instanceof RegExp) return [];
  return Object.entries(config).flatMap(([key, value]) => secretsIn(value, [...at, key]));
}

function problemOf(text: string, at: readonly string[]): Problem[] {
  const what = secretKind(text) ?? nameOfSecret(at);
  if (what === undefined) return [];
  return [
    {
      at: at.join('.'),
      seen: `looks like ${what} (not shown)`,
      next: 'take it out of the file, put it into .env and name its variable here; change it if it was ever committed',
    },
  ];
}

function nameOfSecret(at: readonly string[]): string | undefined {
  const inRecords = at[0] === 'records';
  return !inRecords && secretName.test(at.at(-1) ?? '') ? 'a secret, by its name' : undefined;
}

/** What kind of secret a text looks like; `undefined` for anything else, a publishable key included. */
function secretKind(text: string): string | undefined {
  const marked = privateMarks.find(({ shape }) => shape.test(text));
  if (marked !== undefined) return marked.what;
  const jwt = token.exec(text)?.[0];
  return jwt === undefined || isPublishable(jwt) ? undefined : 'a token';
}

/** Supabase's `anon` key is a JWT that belongs into every page: only its role tells it from the admin's. */
function isPublishable(jwt: string): boolean {
  try {
    return decodeJwt(jwt)['role'] === 'anon';
  } catch {
    return false;
  }
}
