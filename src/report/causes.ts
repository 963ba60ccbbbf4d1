import { type Finding, severities, type Severity } from '../words';
import {
  type CauseGroup,
  type FindingGroup,
  mostPlaces,
  type Place,
  type SeeAgain,
} from './acceptance-schema';
import type { Of } from './gathered';
import { rootCauseTexts, unnamedCause } from './root-causes';
import { stableId } from './stable-id';

/** Groups findings by root cause, and within it by what was shown to whom in which channel; the worst first. */
export function groupByCause(findings: readonly Of<Finding>[]): readonly CauseGroup[] {
  const groups = groupBy(findings, ({ it }) => it.rootCause ?? null);
  const causes = [...groups].map(([rootCause, members]): CauseGroup => {
    const text = rootCause === null ? unnamedCause : rootCauseTexts[rootCause];
    const within = [...groupBy(members, identityOf)].map(([id, same]) => asGroup(id, same));
    const sorted = within.toSorted(bySeverity);
    return { rootCause, ...text, severity: worst(sorted), findings: sorted };
  });
  return causes.toSorted((a, b) => bySeverity(a, b) || b.findings.length - a.findings.length);
}

function identityOf({ it }: Of<Finding>): string {
  return stableId(it.rule, it.viewer, it.owner ?? '', it.kind, it.field, it.channel);
}

function asGroup(id: string, same: readonly Of<Finding>[]): FindingGroup {
  const [one] = same;
  if (!one) throw new Error('a group of findings is never empty');
  const { rule, viewer, owner, kind, field, channel } = one.it;
  return {
    id,
    rule,
    severity: worst(same.map(({ it }) => it)),
    viewer,
    owner,
    kind,
    field,
    channel,
    times: same.length,
    firstShown: isoOf(Math.min(...same.map(({ it }) => it.shown.from))),
    lastShown: isoOf(Math.max(...same.map(({ it }) => it.shown.to ?? it.shown.from))),
    ...passingOf(same),
    places: placesOf(same),
    seeAgain: distinct<SeeAgain>(same.map((finding) => finding.seeAgain)).slice(0, mostPlaces),
  };
}

/** The shortest moment is the one that nobody sees by looking. */
function passingOf(same: readonly Of<Finding>[]): Pick<FindingGroup, 'passing'> {
  const moments = same.flatMap(({ it: { shown } }) =>
    shown.to === undefined || shown.load === undefined
      ? []
      : [{ from: shown.from - shown.load, until: shown.to - shown.load }],
  );
  const [passing] = moments.toSorted((a, b) => a.until - a.from - (b.until - b.from));
  return passing ? { passing } : {};
}

function placesOf(same: readonly Of<Finding>[]): readonly Place[] {
  const places = same.map(({ it: { where, disguise, fingerprint } }) => ({ where, disguise, fingerprint }));
  return distinct<Place>(places).slice(0, mostPlaces);
}

function distinct<Thing>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}

function worst(all: readonly { readonly severity: Severity }[]): Severity {
  return severities.find((severity) => all.some((one) => one.severity === severity)) ?? 'low';
}

function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

function groupBy<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
