import { natureOf } from '../nature';
import type { Finding, Persona, RootCause } from '../words';

/** What is known of how a foreign value came to be seen. */
export interface Circumstance {
  readonly finding: Finding;
  readonly session: Persona['session'];
  /** How it was asked for; a watch that saw it by itself has none. */
  readonly asked?: Asked;
  /** Whether somebody without any session is shown it too; `undefined` when that was not tried. */
  readonly nobodyToo?: boolean;
  /** Whether somebody's record is shown for an id that nothing has, too. */
  readonly absentToo?: boolean;
  /** Whether a web socket has brought the same value; who asks a bot, before it asked anything. */
  readonly pushed?: boolean;
  /** Whether every table shows rows of others: then no policy is applied at all. */
  readonly everyTable?: boolean;
  /** Whether who is signed in as somebody else is shown it too; `undefined` when that was not tried. */
  readonly strangerToo?: boolean;
  /** Whether the same visitor is refused such records by every other table that holds them. */
  readonly onlyHere?: boolean;
}

export type Asked =
  | {
      readonly by: 'endpoint';
      readonly status: number;
      readonly admin: boolean;
      /** Whether the request names no record and nobody, so that there was nothing that a server could believe. */
      readonly namesNothing?: boolean;
    }
  | { readonly by: 'page'; readonly admin: boolean }
  | { readonly by: Simply };

/** Ways of asking of which nothing further needs to be known. */
type Simply =
  | 'rows'
  | 'claimed-identity'
  | 'claimed-role'
  | 'forged-token'
  | 'chat'
  | 'repeated-question'
  | 'same-url-after-owner'
  | 'same-browser'
  | 'told-before'
  | 'same-moment';

/**
 * The likeliest root cause, from the outside alone: what was asked, by whom, and whether nobody at all is answered too.
 * It tells an engineer where to look first; it is not a proof. The vocabulary is the README's table of root causes.
 */
export function diagnose(circumstance: Circumstance): RootCause {
  const { finding, asked } = circumstance;
  const nature = natureOf(finding);
  if (nature === 'secret') return 'privileged-key-in-page';
  if (nature === 'environment') return 'environments-mixed';
  return asked ? causeOfAsking(asked, circumstance) : causeByChannel(finding);
}

function causeOfAsking(asked: Asked, circumstance: Circumstance): RootCause {
  switch (asked.by) {
    case 'rows':
      return causeOfRows(circumstance);
    case 'endpoint':
      return causeOfEndpoint(asked, circumstance);
    case 'claimed-identity':
      return 'client-chosen-identity';
    case 'claimed-role':
      return 'session-not-checked';
    case 'forged-token':
      return circumstance.nobodyToo ? 'missing-row-rules' : 'session-not-checked';
    case 'chat':
      return circumstance.pushed ? 'shared-state' : 'raw-rows-to-model';
    case 'repeated-question':
    case 'same-url-after-owner':
      return 'shared-cache';
    case 'page':
      return asked.admin ? 'session-not-checked' : causeOnPage(circumstance);
    case 'same-browser':
      // What a page's own worker has put by for everybody is a cache, and no memory of the page's.
      return circumstance.finding.channel === 'cache-storage' ? 'shared-cache' : 'shared-state';
    case 'told-before':
    case 'same-moment':
      return 'shared-state';
  }
}

/**
 * A table without rules answers everybody, the anonymous role included; a rule that is too broad still asks for
 * something, and be it that nobody is signed in. A view or a function that shows what its table refuses has passed the
 * rules by.
 */
function causeOfRows(circumstance: Circumstance): RootCause {
  const { session, nobodyToo, everyTable, strangerToo, onlyHere } = circumstance;
  if (session === 'live' && !nobodyToo && everyTable) return 'client-chosen-identity';
  const isForAll = session === 'none' || nobodyToo === true;
  if (isForAll && (strangerToo === false || onlyHere)) return 'broad-policy';
  if (isAlive(session)) return nobodyToo ? 'missing-row-rules' : 'broad-policy';
  if (session === 'none') return 'missing-row-rules';
  return nobodyToo ? 'missing-row-rules' : 'session-not-checked';
}

function causeOfEndpoint(
  asked: Extract<Asked, { by: 'endpoint' }>,
  { session, nobodyToo, absentToo }: Circumstance,
): RootCause {
  if (asked.status >= 400 || absentToo) return 'leaky-refusal';
  if (asked.admin || !isAlive(session) || nobodyToo) return 'session-not-checked';
  return asked.namesNothing ? 'missing-row-rules' : 'client-chosen-identity';
}

/** Who only calls itself an admin is signed in all the same. */
export function isAlive(session: Persona['session']): boolean {
  return session === 'live' || session === 'promoted';
}

/** What a page is pushed over a socket that it has only opened, somebody else has said there: no model was asked for it. */
function causeOnPage({ finding, pushed }: Circumstance): RootCause {
  return pushed ? 'shared-state' : causeByChannel(finding);
}

/** For what the watch saw by itself: where it stood says where it most likely came from. */
function causeByChannel({ channel, shown, where }: Finding): RootCause {
  // Rows that PostgREST gives unasked were let through by the database itself.
  if (where.url !== undefined && /\/rest\/v\d+\//.test(where.url)) return 'broad-policy';
  if (/storage|cookies|indexed|cache/.test(channel)) return 'shared-state';
  if (channel === 'shown-text' && shown.to !== undefined) return 'shared-state';
  if (isSuggested({ channel, where })) return 'shared-state';
  return 'raw-rows-to-model';
}

/** Titles of tabs and suggestions are made of what was said or typed before, and so of what something remembers. */
function isSuggested({ channel, where }: Pick<Finding, 'channel' | 'where'>): boolean {
  if (channel === 'title-and-url') return where.part === 'title';
  return /(?:^|[ >])(?:title|datalist[^ ]*)(?:$| > )/.test(where.selector ?? '');
}
