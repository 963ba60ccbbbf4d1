import type { Read } from '../product/types';
import type { Sharer } from '../visit/one-browser';
import type { Attempt, Verdict } from '../words';
import { firstRecordOf } from './first-record';
import { unknown } from './judge';
import { nobodyIsShown } from './nobody';
import { observed } from './observed';
import { isShown, subjectOf } from './read';
import { anyKind } from './sayings';
import { requestOf } from './techniques/replay';

/**
 * Whether the cookies that were in the browser before somebody signed in there open what is that one's own: who left
 * them there knows them. The same request shows it to its owner, and to nobody without these cookies. None where there
 * were no cookies.
 */
export async function tryCookiesFound(second: Sharer): Promise<readonly Attempt[]> {
  if (second.cookiesFound.length === 0) return [];
  const owner = second.persona.account ?? second.name;
  return [
    {
      probe: {
        kind: 'request',
        what: `read what is ${owner}'s with the cookies from before the sign-in`,
        technique: 'fixed-session',
      },
      viewer: 'loggedOut',
      owner,
      kind: anyKind,
      verdict: await verdictOf(second, owner),
      requests: second.stage.product.reads.length,
    },
  ];
}

async function verdictOf(second: Sharer, owner: string): Promise<Verdict> {
  const cookie = second.cookiesFound.map(({ name, value }) => `${name}=${value}`).join('; ');
  let controls = 0;
  for (const read of second.stage.product.reads) {
    const request = await shownToOwner(second, read);
    if (!request) continue;
    controls += 1;
    if (!(await nobodyIsShown(second, owner, { ...request, headers: { cookie } }))) continue;
    if (await nobodyIsShown(second, owner, request)) continue;
    return { is: 'leaked', findings: [fixed(second, owner, { read, cookie })] };
  }
  if (controls > 0) return { is: 'held', because: 'unauthenticated' };
  return unknown('control-failed', `${second.name} is shown nothing of its own by any read of the config`);
}

/** The control: by this read the owner is shown its own. */
async function shownToOwner(second: Sharer, read: Read) {
  const record = firstRecordOf(second, read.kind);
  if (record === undefined || !(await isShown({ record, keeper: second }, read))) return undefined;
  return requestOf(subjectOf({ record, keeper: second }, read));
}

function fixed(
  second: Sharer,
  owner: string,
  { read, cookie }: { readonly read: Read; readonly cookie: string },
) {
  const seen = observed(second, {
    rule: 'session-fixed',
    severity: 'high',
    owner,
    kind: read.kind,
    field: 'session from before the sign-in',
    channel: 'api-body',
    where: { part: 'body', url: read.path },
    rootCause: 'session-not-checked',
    about: cookie,
  });
  return { ...seen, viewer: 'loggedOut' };
}
