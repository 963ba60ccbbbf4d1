import { diagnose } from '../attempts/diagnose';
import { wrongHostsAsked } from '../attempts/environments';
import { hintsFor } from '../attempts/hints';
import { lookAt } from '../attempts/look';
import { otherProjectsShownTo } from '../attempts/project-keys';
import { secretsShownTo } from '../attempts/secrets';
import { strangersShownTo } from '../attempts/strangers';
import { tellFindings } from '../attempts/tell';
import { textsInImages } from '../oracle/image-text';
import { readExhibits } from '../oracle/read-exhibits';
import { natureOf, type Nature } from '../nature';
import type { Exhibit, Finding, Obstacle, RootCause } from '../words';
import type { OpenedVisitor } from './open';
import { withLoad } from './since-load';
import type { Stage, Visitor } from './visitor';

/**
 * The end of the watch that is kept over every test: whatever its visitors were shown from their first request on is
 * searched for what is not theirs, for secrets, for people whom nobody knows, and for other environments. Leaves everything in the stage's facts.
 *
 * @returns sentences on what is wrong; none when nothing foreign was shown and all could be read
 */
export async function endWatch(opened: readonly OpenedVisitor[], stage: Stage): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const one of opened) {
    await one.visitor.ledger.settle();
    const { findings, unknown } = await search(one.visitor);
    const obstacles = [...(await notSlow(one)), ...notWatched(one), ...unknown];
    for (const finding of findings) stage.facts.finding(finding);
    for (const obstacle of obstacles) stage.facts.unknown(obstacle);
    wrongs.push(...(findings.length > 0 ? [tellWatch(one.visitor, findings)] : []));
    wrongs.push(...obstacles.map(({ detail }) => `unknown: ${detail}`));
  }
  return wrongs;
}

async function search(
  visitor: Visitor,
): Promise<{ findings: readonly Finding[]; unknown: readonly Obstacle[] }> {
  const { stage, persona } = visitor;
  const shown = visitor.ledger.exhibits();
  const exhibits = [...(await readExhibits(shown)), ...textsInImages(shown)];
  const { foreign, unreadable, searched } = lookAt(visitor, exhibits);
  const strangers = await strangersShownTo(visitor, exhibits);
  const others = [
    ...(await secretsShownTo(visitor, exhibits)),
    ...strangers.findings,
    ...wrongHostsAsked(visitor, exhibits),
    ...otherProjectsShownTo(visitor, exhibits),
  ];
  stage.facts.searched(searched);
  for (const hint of await hintsFor(visitor, exhibits)) stage.facts.hint(hint);
  return {
    findings: [...foreign, ...others.map((other) => withLoad(visitor, other))].map((finding) => ({
      ...finding,
      rootCause:
        causeIn(stage, finding) ??
        diagnose({ finding, session: persona.session, ...(isLeftBehind(visitor, finding) && sameBrowser) }),
    })),
    unknown: [
      ...unreadable.map((what) => ({
        what: 'unreadable' as const,
        detail: `${visitor.name}: something that was shown could not be read: ${what}`,
      })),
      ...strangers.unknown,
    ],
  };
}

const sameBrowser = { asked: { by: 'same-browser' } } as const;

/** What belongs to somebody who sat there before was most likely left there. */
function isLeftBehind({ before = [] }: Visitor, { owner }: Finding): boolean {
  return owner !== null && before.includes(owner);
}

/** An attempt knows how the place was asked for: what else stands there came the same way. */
function causeIn({ facts }: Stage, finding: Finding): RootCause | undefined {
  if (!isPersonal.has(natureOf(finding))) return undefined;
  const judged = facts
    .facts()
    .attempts.flatMap(({ verdict }) => (verdict.is === 'leaked' ? verdict.findings : []));
  return judged.find((one) => isSamePlace(one, finding))?.rootCause;
}

const isPersonal: ReadonlySet<Nature> = new Set(['record', 'stranger']);

function isSamePlace(one: Finding, other: Finding): boolean {
  return one.viewer === other.viewer && one.channel === other.channel && one.where.url === other.where.url;
}

function tellWatch({ name }: Visitor, findings: readonly Finding[]): string {
  const told = tellFindings(findings).map((line) => `  ${line}`);
  return [`${name} was shown, or its browser sent, what should not be:`, ...told].join('\n');
}

/** Who should have had a slow line and had a fast one has proven nothing about slow lines. */
async function notSlow({ visitor, lineCheck }: OpenedVisitor): Promise<readonly Obstacle[]> {
  const fast = lineCheck ? await lineCheck() : [];
  return fast.map((seen) => ({ what: 'control-failed', detail: `${visitor.name} was not slow: ${seen}` }));
}

/** What a browser that opened a page cannot but have shown; without it, the listeners did not listen. */
const certain = ['response-body', 'dom'];

function notWatched({ visitor, by }: OpenedVisitor): readonly Obstacle[] {
  if (by === 'api') return [];
  const { name, page, ledger } = visitor;
  if (page.isClosed() || page.url() === 'about:blank') return [];
  const channels = new Set(ledger.exhibits().map(({ channel }: Exhibit) => channel));
  return certain
    .filter((channel) => !channels.has(channel))
    .map((channel) => ({
      what: 'control-failed',
      detail: `${name} opened a page, and nothing of it was seen in ${channel}`,
    }));
}
