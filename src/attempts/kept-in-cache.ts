import type { Attempt, Finding } from '../words';

/**
 * What stands in a cache of the page's own, or came out of the browser's, came from there wherever else it stands, too: then the cache is the likelier
 * cause, and it is the first thing to look at. Pure.
 */
export function causedByCache(attempts: readonly Attempt[]): readonly Attempt[] {
  const findings = attempts.flatMap(({ verdict }) => (verdict.is === 'leaked' ? verdict.findings : []));
  const kept = new Set(findings.filter(isCached).map(({ fingerprint }) => fingerprint));
  if (kept.size === 0) return attempts;
  const named = (finding: Finding): Finding =>
    kept.has(finding.fingerprint) ? { ...finding, rootCause: 'shared-cache' } : finding;
  return attempts.map((attempt) => {
    if (attempt.verdict.is !== 'leaked') return attempt;
    const [first, ...more] = attempt.verdict.findings;
    return { ...attempt, verdict: { is: 'leaked', findings: [named(first), ...more.map(named)] } };
  });
}

function isCached({ channel, where }: Finding): boolean {
  return channel === 'cache-storage' || where.part === 'cached body';
}
