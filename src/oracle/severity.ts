import type { Severity, Viewer } from '../words';

/** What of a record was seen: a value of it, a part of one, or only the identifier it is found by. */
export type Extent = 'value' | 'partial' | 'identifier';

const signedIn: Readonly<Record<Extent, Severity>> = { value: 'high', identifier: 'medium', partial: 'low' };
const nobody: Readonly<Record<Extent, Severity>> = {
  value: 'critical',
  identifier: 'medium',
  partial: 'low',
};

/** How bad it is that this viewer saw that much: worst when it takes no account at all. */
export function severityOf(extent: Extent, viewer: Viewer): Severity {
  return (viewer.sees.length === 0 ? nobody : signedIn)[extent];
}

/** How bad it is that a secret was seen, by what it opens. */
export const secretSeverity: Readonly<Record<string, Severity>> = {
  'service-key': 'critical',
  'private-key': 'critical',
  'cloud-key': 'critical',
  'database-url': 'critical',
  'model-key': 'critical',
  'payment-key': 'critical',
  'session-token': 'high',
  'basic-auth-url': 'high',
  'webhook-secret': 'high',
  'platform-token': 'high',
  'webhook-url': 'medium',
};
