import type { Visitor } from '../../visit/visitor';
import type { Endpoint } from '../../words';
import { sendAs } from '../send-as';
import { cacheHints } from './cache-hints';
import { authCarried } from './carried';
import { alreadyTried } from './already-tried';
import { knownIdsOf } from './known-ids';
import { mostNamed } from './limits';
import type { ListedAddress } from './listed';
import { recordsIn } from './measure';
import { replayOf, type Replay } from './replay-of';
import { isSameAs, type ScriptAddress } from './script-addresses';
import { shapeOfAddress } from './shape';

/** An endpoint, and what others try with it. */
export interface Asked {
  readonly endpoint: Endpoint;
  readonly replay?: Replay;
}

interface Named {
  readonly scripts: readonly ScriptAddress[];
  readonly listed: readonly ListedAddress[];
  /** What the browser was seen to ask already. */
  readonly known: readonly string[];
  readonly most: number;
}

/** One address that is named somewhere and was not seen in use. */
interface Candidate {
  readonly foundIn: 'scripts' | 'config';
  readonly shown: string;
  /** What to ask; `undefined` when that is not known. */
  readonly path: string | undefined;
  readonly why: string;
}

/**
 * Asks once, as the visitor, for what scripts and the config name and no page asked for: its answer tells what it is.
 * @returns them, without those that turn out to be what a page asks for, and a sentence when more are named than is told
 */
export async function asked(
  visitor: Visitor,
  named: Named,
): Promise<{ readonly found: readonly Asked[]; readonly leftOut: readonly string[] }> {
  const scripts = named.scripts.slice(0, mostNamed);
  const listed = named.listed.slice(0, mostNamed);
  const more = named.scripts.length - scripts.length + named.listed.length - listed.length;
  const candidates = candidatesOf({ ...named, scripts, listed });
  const few = new Set(candidates.filter(({ path }) => path !== undefined).slice(0, named.most));
  const found = await Promise.all(
    candidates.map(async (one) => {
      if (one.path === undefined) return { endpoint: notAsked(one, one.why) };
      if (!few.has(one)) return { endpoint: notAsked(one, 'it was not asked: enough others were') };
      return ask(visitor, one, one.path);
    }),
  );
  return {
    found: found.filter(({ endpoint }) => !named.known.includes(endpoint.what)),
    leftOut: more > 0 ? [`${more} more addresses that scripts or the config name were not looked at`] : [],
  };
}

function candidatesOf({ scripts, listed, known }: Named): readonly Candidate[] {
  const isKnown = (path: string) => known.some((what) => isSameAs(path, what.slice(what.indexOf(' ') + 1)));
  const fromConfig = listed.map(({ template, path }): Candidate => ({
    foundIn: 'config',
    shown: template,
    path,
    why: 'the config has no record that would fill its placeholders',
  }));
  const fromScripts = scripts
    .filter(({ path }) => !isKnown(path) && !fromConfig.some(({ shown }) => isSameAs(path, shown)))
    .map(({ path, canBeAsked }): Candidate => ({
      foundIn: 'scripts',
      shown: path,
      path: canBeAsked ? path : undefined,
      why: 'a script names it, and what belongs into it, or whether asking is harmless, is not known',
    }));
  return [...fromConfig, ...fromScripts];
}

function notAsked({ foundIn, shown }: Candidate, why: string): Endpoint {
  return {
    what: `GET ${shown}`,
    foundIn,
    auth: ['none'],
    ids: [],
    records: null,
    triedAs: [],
    notTried: why,
  };
}

async function ask(visitor: Visitor, candidate: Candidate, path: string): Promise<Asked> {
  const { stage, session } = visitor;
  const shape = shapeOfAddress(path, stage.product.site, knownIdsOf(visitor));
  const { outcome, exhibits } = await sendAs(visitor, { path });
  if (outcome.failed !== undefined)
    return { endpoint: notAsked(candidate, `it did not answer: ${outcome.detail}`) };
  const what = `GET ${shape.shown}`;
  const records = await recordsIn(visitor, exhibits);
  const auth = authCarried(stage.product.signIn.headers(session), false);
  const hints = records && records.length > 0 ? cacheHints(outcome.headers) : [];
  const endpoint: Endpoint = {
    what,
    foundIn: candidate.foundIn,
    auth,
    ids: shape.ids,
    records,
    triedAs: [],
    ...(hints.length > 0 && { hints }),
  };
  if (records?.length === 0) return { endpoint };
  const first = { type: 'Fetch' };
  const tried = alreadyTried(visitor, { key: `GET ${shape.key} `, first, shape });
  if (tried.length > 0) return { endpoint: { ...endpoint, triedAs: tried } };
  const made = replayOf(
    visitor,
    { what, method: 'GET', address: shape.address, headers: {}, isQuery: false },
    records,
  );
  return 'why' in made
    ? { endpoint: { ...endpoint, notTried: made.why } }
    : { endpoint: { ...endpoint, triedAs: [what] }, replay: made };
}
