import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { unknown } from '../judge';
import { tryPage } from '../page';
import { anyKind } from '../sayings';

/** What a public page is when it was really shown. */
const shownAsMeant: ReadonlySet<string> = new Set(['plain-answer', 'own-records-only']);

/**
 * `expect(loggedOut).toBeShownNobodysRecords()`: the public pages hold nothing of anybody, neither in what they show nor
 * in what they only carry along: hidden list items, data for scripts.
 */
export async function toBeShownNobodysRecords(visitor: Visitor): Promise<Conclusion> {
  const attempts: Attempt[] = [];
  for (const path of visitor.stage.product.pages.public) {
    const attempt = await tryPage(visitor, { what: path, path, owner: 'anybody', kind: anyKind });
    attempts.push(provenShown(attempt, path));
  }
  return conclude(visitor.stage, `the public pages show ${visitor.name} nobody’s records`, attempts);
}

/** The control: it is public, so it is shown. */
function provenShown(attempt: Attempt, path: string): Attempt {
  const { verdict } = attempt;
  if (verdict.is !== 'held' || shownAsMeant.has(verdict.because)) return attempt;
  return { ...attempt, verdict: unknown('control-failed', `${path} is public, and was not shown`) };
}
