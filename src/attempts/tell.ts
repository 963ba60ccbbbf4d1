import type { Attempt, Finding, Where } from '../words';

/** Findings of one message that are worth a line of their own. */
const shownFindings = 6;

/** What attempts came to, in sentences for people: counts first, then what leaked, then what stayed unknown. No values. */
export function tellAttempts(attempts: readonly Attempt[]): string {
  const of = (is: Attempt['verdict']['is']) => attempts.filter(({ verdict }) => verdict.is === is).length;
  const counts = `${attempts.length} attempts: ${of('held')} held, ${of('leaked')} leaked, ${of('unknown')} unknown`;
  return [counts, ...attempts.flatMap(tellAttempt)].join('\n');
}

function tellAttempt({ probe, viewer, verdict }: Attempt): readonly string[] {
  if (verdict.is === 'held') return [];
  if (verdict.is === 'unknown') return [`  unknown  ${viewer}: ${probe.what}: ${verdict.because.detail}`];
  return [
    `  leaked   ${viewer}: ${probe.what}`,
    ...tellFindings(verdict.findings).map((line) => `    ${line}`),
  ];
}

/** One line a finding: whose and what, where it was seen, and its fingerprint instead of the value. */
export function tellFindings(findings: readonly Finding[]): readonly string[] {
  const lines = findings.slice(0, shownFindings).map(tellFinding);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function tellFinding({
  owner,
  kind,
  field,
  channel,
  where,
  disguise,
  fingerprint,
  rootCause,
}: Finding): string {
  const whose =
    owner === null ? `a ${kind}${field === kind ? '' : ` (${field})`}` : `${owner}'s ${kind} ${field}`;
  const hidden = disguise.length > 0 ? `, disguised as ${disguise.join(' in ')}` : '';
  const cause = rootCause ? ` → look at: ${rootCause}` : '';
  return `${whose} [${fingerprint}] in ${channel}, ${tellWhere(where)}${hidden}${cause}`;
}

function tellWhere({ part, url, selector, path }: Where): string {
  const at = [selector, path].filter((place) => place !== undefined).join(' ');
  return `${part}${at && ` at ${at}`}${url === undefined ? '' : ` of ${pathOf(url)}`}`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
