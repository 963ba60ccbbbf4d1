import { findSecrets } from '../oracle/secrets';
import { secretsOf } from '../product/sessions/secrets-of';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding } from '../words';

/** Keys, tokens and passwords in what a visitor was shown; the tokens of its own session are none. */
export function secretsShownTo(
  { viewer, session, stage }: Visitor,
  exhibits: readonly Exhibit[],
): Promise<readonly Finding[]> {
  const own = session === null ? [] : secretsOf(session).map(({ value }) => value);
  return findSecrets(exhibits, viewer, stage.key, own);
}
