import type { Finding } from './words';

/** What a finding is about: who saw or did what, or what stands where it does not belong. */
export type Nature = 'record' | 'write' | 'session' | 'secret' | 'environment' | 'stranger';

/** Rules of findings that are not about something that was shown. */
export const foreignWrite = 'foreign-write';
export const reopenedSession = 'reopened-session';
export const otherEnvironment = 'other-environment';
/** Of somebody whom the config does not know. */
export const strangerValue = 'stranger-value';

/** What a finding is about, by its rule, and by its owner where a rule is one of secrets. Pure. */
export function natureOf({ owner, rule }: Pick<Finding, 'owner' | 'rule'>): Nature {
  if (rule === foreignWrite) return 'write';
  if (rule === reopenedSession) return 'session';
  if (rule === otherEnvironment) return 'environment';
  if (rule === strangerValue) return 'stranger';
  return owner === null ? 'secret' : 'record';
}
