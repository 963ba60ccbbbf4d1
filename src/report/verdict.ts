import { natureOf, type Nature } from '../nature';
import type { Finding, Gate } from '../words';
import type { Acceptance, OverallVerdict, StageSummary } from './acceptance-schema';
import type { Gathered } from './gathered';
import { count, list, personInWords } from './people';

/** What the sentence is made of. */
export interface Weighed {
  readonly gathered: Gathered;
  readonly criteria: Acceptance['criteria'];
  readonly unknowns: Acceptance['unknowns'];
  readonly stages: readonly StageSummary[];
}

/** Everything weighed: a leak outweighs a missed gate, and both outweigh what is unknown. */
export function judgeAll(weighed: Weighed): OverallVerdict {
  const { gathered, unknowns } = weighed;
  const more = moreOf(weighed);
  if (gathered.findings.length > 0) {
    return {
      is: 'leaked',
      exitCode: 1,
      sentence: leakSentence(gathered),
      more: [...more, ...alsoMissed(gathered)],
    };
  }
  const missed = missedGates(gathered);
  if (missed.length > 0)
    return { is: 'missed', exitCode: 1, sentence: missedSentence(gathered, missed), more };
  if (unknowns.length > 0) {
    return {
      is: 'unknown',
      exitCode: 3,
      sentence: `Not proven: ${count(unknowns.length, 'thing')} could not be judged, so this is no pass. No leak was seen in what could be.`,
      more,
    };
  }
  return { is: 'held', exitCode: 0, sentence: heldSentence(gathered), more };
}

function leakSentence({ findings }: Gathered): string {
  const of = (nature: Nature) => findings.map(({ it }) => it).filter((one) => natureOf(one) === nature);
  const secrets = new Set(of('secret').map(({ fingerprint }) => fingerprint)).size;
  const hosts = [...new Set(of('environment').map(({ field }) => field))];
  const parts = [
    ...didWith(of('record'), 'was shown', 'were shown', 'somebody else'),
    ...didWith(of('write'), 'changed', 'changed', 'somebody else'),
    ...didWith(of('stranger'), 'was shown', 'were shown', 'somebody whom the config does not know'),
    ...(of('session').length > 0 ? ['a session that was ended could be opened again'] : []),
    ...(secrets > 0
      ? [`${count(secrets, 'secret')} ${secrets === 1 ? 'is' : 'are'} in what a browser is shown`]
      : []),
    ...(hosts.length > 0 ? [`a page talks to another environment (${list(hosts)})`] : []),
  ];
  return `Do not release: ${parts.join('; and ')}.`;
}

/** `user B was shown bookings of somebody else`; nothing where nobody did it. */
function didWith(findings: readonly Finding[], one: string, several: string, whose: string): string[] {
  if (findings.length === 0) return [];
  const viewers = [...new Set(findings.map(({ viewer }) => personInWords(viewer)))];
  const kinds = [...new Set(findings.map(({ kind }) => plural(kind)))];
  return [`${list(viewers)} ${viewers.length === 1 ? one : several} ${list(kinds)} of ${whose}`];
}

function missedSentence({ attempts }: Gathered, missed: readonly Gate[]): string {
  const privacy = attempts.length > 0 ? ' Nobody was seen to be shown what belongs to somebody else.' : '';
  return `Do not release yet: ${limitsInWords(missed)}.${privacy}`;
}

function heldSentence({ attempts, gates }: Gathered): string {
  const visitors = new Set(attempts.map(({ it }) => it.viewer)).size;
  if (attempts.length === 0 && gates.length > 0)
    return `All ${count(gates.length, 'measurement')} are within the limits.`;
  if (attempts.length === 0)
    return 'Nothing went wrong in what was run, but nobody tried to see what is not theirs.';
  const privacy = `${count(visitors, 'kind')} of visitor tried ${count(attempts.length, 'time')} to see what is not theirs, and nobody was shown anything.`;
  return gates.length > 0
    ? `All held: ${privacy} All measurements are within the limits.`
    : `All held: ${privacy}`;
}

function moreOf({ criteria, unknowns, stages, gathered }: Weighed): string[] {
  const more: string[] = [];
  const notTried = criteria.filter(({ is }) => is === 'not-tried').length;
  const missing = stages.filter(({ ended }) => ended === 'missing').map(({ stage }) => stage);
  if (missing.length > 0) more.push(`The ${list(missing)} were not part of this run.`);
  if (notTried > 0)
    more.push(
      `${count(notTried, 'criterion', 'criteria')} below ${notTried === 1 ? 'was' : 'were'} not measured in this run.`,
    );
  if (unknowns.length > 0 && gathered.findings.length + missedGates(gathered).length > 0)
    more.push(`Besides, ${count(unknowns.length, 'thing')} could not be judged.`);
  return more;
}

function alsoMissed(gathered: Gathered): string[] {
  const missed = missedGates(gathered);
  return missed.length > 0 ? [`Besides, ${limitsInWords(missed)}.`] : [];
}

function limitsInWords(missed: readonly Gate[]): string {
  const what = [...new Set(missed.map(({ gate, subject }) => `${gate} of ${subject}`))];
  return `${what.length === 1 ? 'a limit was' : `${what.length} limits were`} missed (${list(what)})`;
}

function missedGates({ gates }: Gathered): readonly Gate[] {
  return gates.map(({ it }) => it).filter(({ verdict }) => verdict.is === 'missed');
}

function plural(kind: string): string {
  if (kind.endsWith('ss')) return `${kind}es`;
  return kind.endsWith('s') ? kind : `${kind}s`;
}
