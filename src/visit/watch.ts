import { diagnose } from '../attempts/diagnose';
import { wrongHostsAsked } from '../attempts/environments';
import { lookAt } from '../attempts/look';
import { secretsShownTo } from '../attempts/secrets';
import { tellFindings } from '../attempts/tell';
import { textsInImages } from '../oracle/image-text';
import { readExhibits } from '../oracle/read-exhibits';
import type { Exhibit, Finding, Obstacle } from '../words';
import type { OpenedVisitor } from './open';
import { withLoad } from './since-load';
import type { Stage, Visitor } from './visitor';

/**
 * The end of the watch that is kept over every test: whatever its visitors were shown from their first request on is
 * searched for what is not theirs, for secrets, and for calls to other environments. Leaves everything in the stage's facts.
 *
 * @returns sentences on what is wrong; none when nothing foreign was shown and all could be read
 */
export async function endWatch(opened: readonly OpenedVisitor[], stage: Stage): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const one of opened) {
    await one.visitor.ledger.settle();
    const obstacles = [...(await notSlow(one)), ...notWatched(one)];
    const { findings, unreadable } = await search(one.visitor);
    for (const finding of findings) stage.facts.finding(finding);
    for (const obstacle of [...obstacles, ...unreadable]) stage.facts.unknown(obstacle);
    wrongs.push(...(findings.length > 0 ? [tellWatch(one.visitor, findings)] : []));
    wrongs.push(...[...obstacles, ...unreadable].map(({ detail }) => `unknown: ${detail}`));
  }
  return wrongs;
}

async function search(
  visitor: Visitor,
): Promise<{ findings: readonly Finding[]; unreadable: readonly Obstacle[] }> {
  const { stage, persona } = visitor;
  const shown = visitor.ledger.exhibits();
  const exhibits = [...(await readExhibits(shown)), ...textsInImages(shown)];
  const { foreign, unreadable, searched } = lookAt(visitor, exhibits);
  const others = [...(await secretsShownTo(visitor, exhibits)), ...wrongHostsAsked(visitor, exhibits)];
  stage.facts.searched(searched);
  return {
    findings: [...foreign, ...others.map((other) => withLoad(visitor, other))].map((finding) => ({
      ...finding,
      rootCause: diagnose({ finding, session: persona.session }),
    })),
    unreadable: unreadable.map((what) => ({
      what: 'unreadable',
      detail: `${visitor.name}: something that was shown could not be read: ${what}`,
    })),
  };
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
