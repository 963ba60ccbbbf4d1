import { readExhibits } from '../../oracle/read-exhibits';
import type { Visitor } from '../../visit/visitor';
import type { Exhibit, Finding } from '../../words';
import type { Conclusion } from '../conclude';
import { say } from '../conversation';
import { diagnose } from '../diagnose';
import { notChecked } from '../not-checked';
import { openPage } from '../page';
import { gotoAndSettle } from '../page-settled';
import { secretsShownTo } from '../secrets';
import { sendAs } from '../send-as';
import { tellFindings } from '../tell';

/**
 * `expect(loggedOut).toBeShownNoSecret()`: on every page that is meant for the visitor, in the source map of every
 * script of theirs whether it is referenced or not, and in what the chatbot's answer carries along, there is no key,
 * token or password that does not belong there.
 */
export async function toBeShownNoSecret(visitor: Visitor): Promise<Conclusion> {
  const { stage, ledger } = visitor;
  for (const page of pagesFor(visitor)) await openToRead(visitor, page);
  await askToRead(visitor);
  for (const map of mapsOf(ledger.exhibits())) await fetchToRead(visitor, map);
  const secrets = await secretsShownTo(visitor, await readExhibits(ledger.exhibits()));
  const named = secrets.map((finding): Finding => ({
    ...finding,
    rootCause: diagnose({ finding, session: visitor.persona.session }),
  }));
  for (const finding of named) stage.facts.finding(finding);
  const told = tellFindings(named).map((line) => `  ${line}`);
  const expected = `Expected: no secret in anything that ${visitor.name} is shown`;
  return { pass: named.length === 0, message: () => [expected, 'Seen:', ...told].join('\n') };
}

function pagesFor({ stage, persona }: Visitor): readonly string[] {
  const { pages } = stage.product;
  return [...pages.public, pages.signIn, ...(persona.session === 'live' ? pages.private : [])];
}

async function openToRead(visitor: Visitor, page: string): Promise<void> {
  const { status } = await openPage(visitor, page);
  if (status >= 200 && status < 300) return;
  const detail = `${page} answered ${status} to ${visitor.name}, so it was not searched for secrets`;
  throw notChecked(visitor.stage.facts, { what: 'control-failed', detail });
}

/** One ordinary question: the payload of an answer holds more than the words that the widget shows. */
async function askToRead(visitor: Visitor): Promise<void> {
  const { chat } = visitor.stage.product;
  const [text] = Object.values(chat.ask);
  if (text === undefined) return;
  const way = chat.api ? 'api' : 'page';
  if (way === 'page') await gotoAndSettle(visitor.page, chat.pages[0] ?? '/');
  const { unlessLeaked } = await say(visitor, way, { what: 'an ordinary question', text });
  if (unlessLeaked.is === 'unknown') throw notChecked(visitor.stage.facts, unlessLeaked.because);
}

/** A map that is not there holds nothing; one that could not be had may hold anything. */
async function fetchToRead(visitor: Visitor, path: string): Promise<void> {
  const { outcome } = await sendAs(visitor, { path });
  if (outcome.failed === undefined && outcome.status !== 429 && outcome.status < 500) return;
  const seen = outcome.failed === undefined ? `answered ${outcome.status}` : outcome.detail;
  const detail = `the source map ${new URL(path).pathname} could not be had (${seen}), so it was not searched for secrets`;
  throw notChecked(visitor.stage.facts, { what: 'control-failed', detail });
}

/** Where the source map of each script that was seen would be. Most builds leave it there, referenced or not. */
function mapsOf(exhibits: readonly Exhibit[]): ReadonlySet<string> {
  const scripts = exhibits.filter(
    ({ channel, type }) => channel === 'response-body' && type?.includes('javascript'),
  );
  return new Set(
    scripts.flatMap(({ where }) => {
      if (where.url === undefined) return [];
      const url = new URL(where.url);
      return [`${url.origin}${url.pathname}.map`];
    }),
  );
}
