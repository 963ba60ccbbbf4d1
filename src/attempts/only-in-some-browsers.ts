import type { Visitor } from '../visit/visitor';
import type { Attempt, Finding } from '../words';

type Who = Pick<Visitor, 'name' | 'persona'>;

/**
 * A page as the server sent it holds somebody's values in one browser, and in another browser of the same account it
 * does not: then neither a rule nor a tool has chosen them by who asks, and what was sent is a copy that was made when
 * somebody else was there (a menu for telephones, a page kept for a kind of browser). Names that cause.
 *
 * @param attempts at one page, all of them
 * @param path of that page
 */
export function namedWhereOnlySomeBrowsersShow(
  attempts: readonly Attempt[],
  intruders: readonly Who[],
  path: string,
): readonly Attempt[] {
  return attempts.map((attempt) => {
    const { verdict } = attempt;
    if (verdict.is !== 'leaked' || !hasSparedTwin(attempt, attempts, intruders)) return attempt;
    const sent = new Set(verdict.findings.filter((one) => isOf(path, one)).map(valueOf));
    const named = (finding: Finding): Finding =>
      sent.has(valueOf(finding)) && finding.rootCause === 'raw-rows-to-model'
        ? { ...finding, rootCause: 'shared-state' }
        : finding;
    const [first, ...more] = verdict.findings;
    return { ...attempt, verdict: { ...verdict, findings: [named(first), ...more.map(named)] } };
  });
}

/** Whether the same account, as much signed in, was refused what it was shown here: in another browser. */
function hasSparedTwin(
  { viewer }: Attempt,
  attempts: readonly Attempt[],
  intruders: readonly Who[],
): boolean {
  const personaOf = (name: string) => intruders.find((one) => one.name === name)?.persona;
  const own = personaOf(viewer);
  return attempts.some((other) => {
    const persona = personaOf(other.viewer);
    const isTwin = persona?.account === own?.account && persona?.session === own?.session;
    return isTwin && other.viewer !== viewer && other.verdict.is === 'held';
  });
}

/** Whether it stood in the page itself, as the server sent it. */
function isOf(path: string, { channel, where }: Finding): boolean {
  if (channel !== 'response-body' || where.url === undefined || !URL.canParse(where.url)) return false;
  return new URL(where.url).pathname === path;
}

function valueOf({ owner, field, fingerprint }: Finding): string {
  return `${owner} ${field} ${fingerprint}`;
}
