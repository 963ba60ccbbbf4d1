import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { jwtsIn, ruleOf } from './jwt';
import { isPlaceholder, secretRules } from './rules';

/** A secret in a text. */
export interface Secret {
  readonly rule: string;
  readonly name: string;
  readonly index: number;
  readonly text: string;
  /** Whose session it is, for a session token. */
  readonly subject?: string;
}

// It keeps every measurement of itself for ever and searches all of them at each: a third of a run's time.
secretLintProfiler.mark = () => undefined;

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** What secretlint's rules (by the end of their id) find, in our words; others count as `platform-token`. */
const rulesOfSecretlint: Readonly<Record<string, string>> = {
  anthropic: 'model-key',
  openai: 'model-key',
  aws: 'cloud-key',
  azure: 'cloud-key',
  gcp: 'cloud-key',
  privatekey: 'private-key',
  basicauth: 'basic-auth-url',
  'database-connection-string': 'database-url',
};

/** Finds the secrets of a text: by our own rules, by the role in a JWT, and by secretlint's. */
export async function scanForSecrets(text: string): Promise<readonly Secret[]> {
  const own = [...byRules(text), ...byRole(text)];
  const others = (await bySecretlint(text)).filter((secret) => !own.some((known) => overlaps(known, secret)));
  return [...own, ...others];
}

function overlaps(one: Secret, other: Secret): boolean {
  return one.index < other.index + other.text.length && other.index < one.index + one.text.length;
}

function byRules(text: string): readonly Secret[] {
  return secretRules.flatMap(({ rule, name, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      rule,
      name,
      index: match.index,
      text: match[0],
    })).filter((secret) => !isPlaceholder(secret.text)),
  );
}

function byRole(text: string): readonly Secret[] {
  return jwtsIn(text).flatMap((jwt) => {
    const rule = ruleOf(jwt);
    if (rule === null) return [];
    const subject = jwt.claims['sub'];
    const name = rule === 'service-key' ? 'Supabase service_role key' : 'session token';
    return [
      { rule, name, index: jwt.index, text: jwt.token, ...(typeof subject === 'string' ? { subject } : {}) },
    ];
  });
}

async function bySecretlint(text: string): Promise<readonly Secret[]> {
  const source = { content: text, contentType: 'text', filePath: 'body.txt', ext: '.txt' } as const;
  const { messages } = await lintSource({ source, options: { config } });
  return messages.flatMap(({ ruleId, range }) => {
    const kind = ruleId.replace(/^.*secretlint-rule-/, '');
    const secret = text.slice(range[0], range[1]);
    if (isPlaceholder(secret)) return [];
    return [
      {
        rule: rulesOfSecretlint[kind] ?? 'platform-token',
        name: `${kind} secret`,
        index: range[0],
        text: secret,
      },
    ];
  });
}
