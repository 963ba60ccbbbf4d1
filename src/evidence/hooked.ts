import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import type { Channel, Show } from './channel';
import { bytesOfDataUrl } from './data-url';
import { inFull } from './in-full';
import { asList } from './list';
import { placeOf } from './place';
import { hasDocument, type Target } from './target';

/** By this name the hooks find their way out; they take it away from the page. */
const bindingName = '__heard';

const script = readFileSync(new URL('./page-hooks.js', import.meta.url), 'utf8');
const prepared = new WeakSet<BrowserContext>();
const bound = new WeakSet<Target>();

/** What a channel needs whose sights are heard by the hooks in the page (see page-hooks.js). */
export const hookedChannel = (channel: Omit<Channel, 'prepare' | 'watch'>): Channel => ({
  ...channel,
  domains: ['Runtime'],
  prepare: prepareHooks,
  watch: (target, show) => hearHooks(target, channel.name, show),
});

/** Puts the hooks into a context, once for all channels that hear by them. */
export const prepareHooks = async (context: BrowserContext): Promise<void> => {
  if (prepared.has(context)) return;
  prepared.add(context);
  await context.addInitScript({ content: `(() => {\n${inFull}\n${script}\n})();` });
};

/** Shows what the hooks of a target's documents tell for a channel. */
export const hearHooks = (target: Target, channel: string, show: Show): void => {
  if (!hasDocument(target)) return;
  if (!bound.has(target)) {
    bound.add(target);
    void target.send('Runtime.addBinding', { name: bindingName }).catch(() => undefined);
  }
  const beginning = JSON.stringify([channel]).slice(0, -1);
  target.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== bindingName || !payload.startsWith(`${beginning},`)) return;
    const { part, url, at, text } = messageOf(payload);
    const where = { part, url: placeOf(url) };
    if (text === null) {
      const unreadable = 'there was more of it than is listened to: the rest was not heard';
      return show({ where, at, body: { unreadable } });
    }
    show({ where, at, ...bodyOf(text) });
  });
};

interface Message {
  readonly part: string;
  readonly url: string;
  readonly at: number;
  readonly text: string | null;
}

/** A page could talk to the watch as well: what is not of its shape is refused. */
const messageOf = (payload: string): Message => {
  const [, part, url, at, text] = asList(JSON.parse(payload));
  const isText = typeof text === 'string' || text === null;
  if (typeof part !== 'string' || typeof url !== 'string' || typeof at !== 'number' || !isText)
    throw new Error('a page sent something else than what its hooks hear');
  return { part, url, at, text };
};

/** Bytes come as a `data:` address; a text that begins like one is a text. */
const bodyOf = (text: string): { readonly body: string | Uint8Array; readonly type?: string } =>
  /^data:[^,]{0,200};base64,/.test(text) ? bytesOfDataUrl(text) : { body: text };
