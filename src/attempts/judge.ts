import type { Finding, Obstacle, Refusal, Verdict } from '../words';

/** What is known of an HTTP answer when it is judged. */
export interface JudgedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What an answer may be compared with. */
export interface Circumstances {
  /** What of somebody else's the oracle saw in it. */
  readonly findings: readonly Finding[];
  /** Whether it holds a record that the viewer itself owns. */
  readonly showsOwn: boolean;
  /** Path of the product's sign-in page: a redirect there is a refusal. */
  readonly signInPath: string;
}

/**
 * The verdict on one answer, by whose records came back and only then by status. Rule 2 and 5 of the design: a leak
 * is a leak under any status, and only what looks like a refusal held; all else is unknown.
 */
export function judgeAnswer(answer: JudgedAnswer, circumstances: Circumstances): Verdict {
  const [first, ...more] = circumstances.findings;
  if (first) return { is: 'leaked', findings: [first, ...more] };
  const obstacle = obstacleIn(answer);
  if (obstacle) return { is: 'unknown', because: obstacle };
  const refusal = refusalIn(answer, circumstances);
  if (refusal) return { is: 'held', because: refusal };
  return unknown(
    'unexpected-answer',
    `status ${answer.status} is neither a refusal nor an answer that can be read`,
  );
}

/** Short way to an unknown verdict; `detail` is a sentence for people, without values. */
export function unknown(what: Obstacle['what'], detail: string): Extract<Verdict, { is: 'unknown' }> {
  return { is: 'unknown', because: { what, detail } };
}

function obstacleIn({ status, headers, text }: JudgedAnswer): Obstacle | undefined {
  if (isChallenge(headers, text))
    return { what: 'challenge', detail: 'a bot-protection page answered instead of the product' };
  if (status === 429) return { what: 'throttled', detail: 'the product answered 429 (too many requests)' };
  if (status >= 500) return { what: 'server-error', detail: `the product answered ${status}` };
  return undefined;
}

function isChallenge(headers: JudgedAnswer['headers'], text: string): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  return /<title>\s*(just a moment|attention required|checking your browser)/i.test(text.slice(0, 4096));
}

function refusalIn(answer: JudgedAnswer, { showsOwn, signInPath }: Circumstances): Refusal | undefined {
  const { status, headers, text } = answer;
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status >= 300 && status < 400)
    return leadsTo(headers['location'], signInPath) ? 'sign-in-page' : undefined;
  if (status === 204 || holdsNoRows(answer)) return 'empty-rows';
  if (status >= 200 && status < 300) return showsOwn ? 'own-records-only' : plainAnswer(text);
  return undefined;
}

function plainAnswer(text: string): Refusal | undefined {
  return text.trim() === '' ? undefined : 'plain-answer';
}

function leadsTo(location: string | undefined, path: string): boolean {
  if (location === undefined) return false;
  return new URL(location, 'http://product.invalid').pathname === path;
}

/** An empty set of rows, as PostgREST says it: `200 []`, or 406 with PGRST116 when one object was asked for. */
function holdsNoRows({ status, text }: JudgedAnswer): boolean {
  if (status === 406) return text.includes('PGRST116');
  return status < 300 && /^\s*(\[\s*\]|null)\s*$/.test(text);
}
