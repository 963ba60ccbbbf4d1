import { findSecrets } from '../oracle/secrets';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding } from '../words';

/** Keys, tokens and passwords in what a visitor was shown; the tokens of its own session are none. */
export function secretsShownTo(
  { viewer, session, stage }: Visitor,
  exhibits: readonly Exhibit[],
): Promise<readonly Finding[]> {
  const own = session === null ? [] : [session.accessToken, session.refreshToken ?? session.accessToken];
  return findSecrets(exhibits, viewer, stage.key, own);
}
