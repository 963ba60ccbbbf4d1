import type { BrowserContext, Response } from '@playwright/test';
import { request } from 'undici';
import type { Exhibit, Millis } from '../../words';
import type { Channel, Preparing } from '../channel';
import { placeOf } from '../place';
import { withinTime } from '../watched-context';

interface Told {
  readonly url: string;
  readonly at: Millis;
  readonly asked: Promise<Pick<Exhibit, 'type' | 'body'> | undefined>;
}

/** By address; more than are asked for are only counted. */
interface Tellings {
  readonly told: Map<string, Told>;
  readonly over: Set<string>;
}

const tellings = new WeakMap<BrowserContext, Tellings>();
const mostAsked = 60;
const largest = 1_000_000;
const patience: Millis = 5000;

/** Asked twice, these do something else the second time. */
const once = /log-?out|sign-?out|[?&](code|token|ticket|otp|state|nonce|key)=/i;

/**
 * What stands behind the head of a redirect: a page that sends strangers away, and prints itself all the same. Browsers
 * throw it away unread, so it is asked for again, at once, with the very headers that the browser sent.
 */
export const redirectBody: Channel = {
  name: 'redirect-body',
  sees: 'bodies of redirects that a page, iframe or script got for a GET from a host that may be asked, as the server gives them to the same credentials a moment later',
  blindTo: `redirects of other methods and hosts, those that service workers follow, addresses that work once (codes, tokens, logging out); beyond ${mostAsked} of one visitor it says that it stopped`,
  plant: "await fetch(give('redirect')).catch(() => undefined);",
  prepare(context, preparing) {
    const told = new Map<string, Told>();
    const over = new Set<string>();
    tellings.set(context, { told, over });
    context.on('response', (response) => {
      const url = response.url();
      if (!hasHiddenBody(response) || once.test(url) || told.has(url)) return;
      if (!preparing.isWithinReach(new URL(url))) return;
      if (told.size >= mostAsked) return void over.add(url);
      const asked = askAgain(response, preparing).catch((error: unknown) => ({
        body: { unreadable: whyOf(error) },
      }));
      told.set(url, { url: placeOf(url), at: Date.now(), asked });
    });
    return Promise.resolve();
  },
  async readContext({ browserContext }, show) {
    const context = browserContext();
    const { told, over } = (context && tellings.get(context)) ?? nothing;
    for (const { url, at, asked } of told.values()) {
      const late = { body: { unreadable: `no answer within ${patience / 1000} s` } };
      const answer = await withinTime(
        asked.then((one) => one ?? { body: '' }),
        patience,
      );
      show({ where: { part: 'body', url }, at, ...(answer ?? late) });
    }
    if (over.size === 0) return;
    const unreadable = `there were more than ${mostAsked} redirects: the bodies of the others were not asked for`;
    show({ where: { part: 'body' }, at: Date.now(), body: { unreadable } }, 'too many');
  },
};

const nothing: Tellings = { told: new Map(), over: new Set() };

const hasHiddenBody = (response: Response): boolean => {
  const { location, 'content-length': length } = response.headers();
  return (
    [301, 302, 303, 307, 308].includes(response.status()) &&
    location !== undefined &&
    length !== '0' &&
    response.request().method() === 'GET'
  );
};

const askAgain = async (
  response: Response,
  { mayAskAgain }: Preparing,
): Promise<Pick<Exhibit, 'type' | 'body'> | undefined> => {
  const url = new URL(response.url());
  if (!(await mayAskAgain(url))) return undefined;
  const headers = asSent(await response.request().allHeaders());
  const answer = await request(url, { headers, signal: AbortSignal.timeout(patience) });
  const body = Buffer.from(await answer.body.arrayBuffer());
  if (answer.statusCode < 300 || answer.statusCode > 399) return undefined;
  if (body.length > largest)
    return { body: { unreadable: `the body of a redirect is larger than ${largest / 1e6} MB` } };
  const type =
    String(answer.headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim() ?? '';
  return { body, type };
};

/** Without what belongs to the connection, what would unpack differently, and what asks for "nothing new". */
const asSent = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(:.*|host|connection|content-length|accept-encoding|if-.*|upgrade.*)$/i.test(name),
    ),
  );

const whyOf = (error: unknown): string =>
  `the body of a redirect could not be had (${error instanceof Error ? error.name : 'unknown error'})`;
