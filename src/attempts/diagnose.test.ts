import { expect, test } from 'vitest';
import type { Finding } from '../words';
import { diagnose, type Circumstance } from './diagnose';
import { sampleFinding } from './sample-finding';

const endpoint = { by: 'endpoint', status: 200, admin: false } as const;

test.each<[string, Omit<Circumstance, 'finding'> & { finding?: Finding }, string]>([
  [
    'rows that nobody is shown too',
    { session: 'live', asked: { by: 'rows' }, nobodyToo: true },
    'missing-row-rules',
  ],
  [
    'rows for the signed in only',
    { session: 'live', asked: { by: 'rows' }, nobodyToo: false },
    'broad-policy',
  ],
  [
    'rows for nobody, and for none who is signed in',
    { session: 'none', asked: { by: 'rows' }, nobodyToo: true, strangerToo: false },
    'broad-policy',
  ],
  [
    'rows for nobody, and for everybody',
    { session: 'none', asked: { by: 'rows' }, nobodyToo: true, strangerToo: true },
    'missing-row-rules',
  ],
  [
    'rows by a view, which their table refuses',
    { session: 'live', asked: { by: 'rows' }, nobodyToo: true, strangerToo: true, onlyHere: true },
    'broad-policy',
  ],
  [
    'what a worker of the page keeps',
    { session: 'live', asked: { by: 'same-browser' }, finding: sampleFinding({ channel: 'cache-storage' }) },
    'shared-cache',
  ],
  [
    'rows for a dead session only',
    { session: 'expired', asked: { by: 'rows' }, nobodyToo: false },
    'session-not-checked',
  ],
  [
    'rows of every table',
    { session: 'live', asked: { by: 'rows' }, nobodyToo: false, everyTable: true },
    'client-chosen-identity',
  ],
  [
    'every row of who calls itself an admin',
    { session: 'promoted', asked: { by: 'rows' }, nobodyToo: false, everyTable: true },
    'broad-policy',
  ],
  [
    'a sample for any id',
    { session: 'live', asked: endpoint, nobodyToo: false, absentToo: true },
    'leaky-refusal',
  ],
  ['an id swapped', { session: 'live', asked: endpoint, nobodyToo: false }, 'client-chosen-identity'],
  [
    'a list of everybody’s, for which nothing was named',
    { session: 'live', asked: { ...endpoint, namesNothing: true }, nobodyToo: false },
    'missing-row-rules',
  ],
  [
    'an endpoint open to nobody',
    { session: 'live', asked: endpoint, nobodyToo: true },
    'session-not-checked',
  ],
  [
    'an endpoint open to the expired',
    { session: 'expired', asked: endpoint, nobodyToo: false },
    'session-not-checked',
  ],
  [
    'a 403 that quotes',
    { session: 'live', asked: { ...endpoint, status: 403 }, nobodyToo: false },
    'leaky-refusal',
  ],
  [
    'an admin endpoint',
    { session: 'live', asked: { ...endpoint, admin: true }, nobodyToo: false },
    'session-not-checked',
  ],
  [
    'what a page was pushed that asked for nothing',
    { session: 'live', asked: { by: 'page', admin: false }, pushed: true },
    'shared-state',
  ],
  [
    'what an admin page was pushed',
    { session: 'live', asked: { by: 'page', admin: true }, pushed: true },
    'session-not-checked',
  ],
  ['an identity claimed', { session: 'live', asked: { by: 'claimed-identity' } }, 'client-chosen-identity'],
  ['an answer of the bot', { session: 'live', asked: { by: 'chat' } }, 'raw-rows-to-model'],
  [
    'what a chat shows of earlier talk before it is asked anything',
    { session: 'live', asked: { by: 'chat' }, pushed: true },
    'shared-state',
  ],
  ['the same question', { session: 'live', asked: { by: 'repeated-question' } }, 'shared-cache'],
  ['the same moment', { session: 'live', asked: { by: 'same-moment' } }, 'shared-state'],
  ['what somebody else told the bot', { session: 'live', asked: { by: 'told-before' } }, 'shared-state'],
  [
    'the title of a tab',
    {
      session: 'live',
      asked: { by: 'page', admin: false },
      finding: sampleFinding({ channel: 'title-and-url', where: { part: 'title' } }),
    },
    'shared-state',
  ],
  [
    'a suggestion',
    {
      session: 'live',
      asked: { by: 'page', admin: false },
      finding: sampleFinding({
        channel: 'dom',
        where: { part: 'attribute value', selector: 'datalist#s > option' },
      }),
    },
    'shared-state',
  ],
  [
    'a hidden item of a list',
    {
      session: 'live',
      asked: { by: 'page', admin: false },
      finding: sampleFinding({
        channel: 'dom',
        where: { part: 'text', selector: 'main > div.title > span' },
      }),
    },
    'raw-rows-to-model',
  ],
  ['storage', { session: 'live', finding: sampleFinding({ channel: 'local-storage' }) }, 'shared-state'],
  [
    'a flash',
    { session: 'live', finding: sampleFinding({ channel: 'shown-text', shown: { from: 1, to: 2 } }) },
    'shared-state',
  ],
  [
    'rows in passing',
    { session: 'live', finding: sampleFinding({ where: { part: 'body', url: 'http://x/rest/v1/notes' } }) },
    'broad-policy',
  ],
  [
    'a key',
    { session: 'none', finding: sampleFinding({ rule: 'service-key', owner: null }) },
    'privileged-key-in-page',
  ],
  [
    'a call to the developer’s machine',
    { session: 'none', finding: sampleFinding({ rule: 'other-environment', owner: null }) },
    'environments-mixed',
  ],
])('%s', (_, circumstance, cause) => {
  expect(diagnose({ finding: sampleFinding(), ...circumstance })).toBe(cause);
});
