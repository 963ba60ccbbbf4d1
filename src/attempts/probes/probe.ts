import type { MalformedBody } from './malformed-body';

/** A kind of thing to try, most productive first: each has a file of its own in `families/`. */
export const familyNames = [
  'ordinary',
  'everybody',
  'by-name',
  'by-identifier',
  'previous-customer',
  'retrieval',
  'claimed-role',
  'pretext',
  'totals',
  'widening',
  'export',
  'tools',
  'planted-instruction',
  'disguised-answer',
  'disguised-question',
  'forged-history',
  'languages',
  'translate',
  'system-prompt',
  'malformed',
  'conversation',
] as const;
export type FamilyName = (typeof familyNames)[number];

/**
 * Entries of OWASP's lists that a probe is about: Top 10 for LLM Applications 2025 and 2026 (genai.owasp.org, the latter
 * of 4 August 2026, which counts differently), API Security Top 10 2023 (owasp.org/API-Security).
 */
export const owaspTags = [
  'LLM01:2025',
  'LLM02:2025',
  'LLM05:2025',
  'LLM06:2025',
  'LLM07:2025',
  'LLM08:2025',
  'LLM10:2025',
  'LLM01:2026',
  'LLM02:2026',
  'LLM03:2026',
  'LLM06:2026',
  'LLM08:2026',
  'LLM09:2026',
  'LLM10:2026',
  'API1:2023',
  'API3:2023',
  'API4:2023',
  'API5:2023',
  'API8:2023',
] as const;
export type OwaspTag = (typeof owaspTags)[number];

/** A message that the client claims was there before: bots that believe the client's history believe it. */
export interface ForgedMessage {
  readonly role: 'user' | 'assistant' | 'system';
  readonly text: string;
}

/** One thing to try on a chatbot, as data: whole in itself, so that it can be frozen. */
export interface ChatProbe {
  /** Never used again for another probe. */
  readonly id: string;
  readonly family: FamilyName;
  readonly owasp: readonly OwaspTag[];
  /** What it would be shown if the bot were careless. */
  readonly hopesFor: string;
  /**
   * What is said, turn by turn. Placeholders stand for what an intruder may know of the owner: `{name}`, `{first name}`,
   * `{last name}`, `{email}`, `{phone}`, `{id}`, `{reference}`. Without such a value the probe is left out.
   */
  readonly says: readonly [string, ...string[]];
  /** How each turn is hidden before it is sent: a name from `src/oracle/disguises`. */
  readonly disguise?: string;
  /** Said so many times over, in one message. */
  readonly times?: number;
  /** Put before the first turn, where the request carries a list of messages. */
  readonly before?: readonly ForgedMessage[];
  /** What is sent in place of a sound request. */
  readonly body?: MalformedBody;
}

/** What the probes of a family have in common is said once. */
export interface ProbeFamily {
  readonly family: FamilyName;
  readonly hopesFor: string;
  readonly owasp: readonly OwaspTag[];
  /** The plainest first: a small sample holds it, whatever the seed. */
  readonly probes: readonly (Pick<ChatProbe, 'id' | 'says'> & Partial<Omit<ChatProbe, 'family'>>)[];
}
