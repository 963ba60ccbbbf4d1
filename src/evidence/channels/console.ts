import type { Channel, Show } from '../channel';
import { placeOf } from '../place';
import type { Payload } from '../protocol';
import type { Target } from '../target';

type Call = Payload<'Runtime.consoleAPICalled'>;
type Value = Call['args'][number];

/** What is written to the console, and what the browser itself writes there. */
export const consoleLines: Channel = {
  name: 'console',
  sees: 'messages of pages, iframes and workers with all arguments, uncaught errors, the browser’s own warnings',
  blindTo: 'what lies deeper than 8 levels or beyond 5,000 values of a logged object',
  plant: 'console.log({ value });',
  domains: ['Runtime', 'Log'],
  watch(target, show) {
    target.on('Runtime.consoleAPICalled', (call) => {
      if (call.args.every((value) => isPlain(value))) return tell(call, call.args.map(plainText), show);
      const all = Promise.all(call.args.map((value) => textOf(value, target)));
      target.context.awaits(all.then((texts) => tell(call, texts, show)));
    });
    target.on('Runtime.exceptionThrown', ({ timestamp, exceptionDetails }) => {
      const { text, exception, url = '', stackTrace } = exceptionDetails;
      const where = { part: 'uncaught error', url: placeOf(url || (stackTrace?.callFrames[0]?.url ?? '')) };
      const says = (said: string | undefined) =>
        show({ where, at: timestamp, body: [text, exception?.description, said].filter(Boolean).join('\n') });
      if (!exception || exception.objectId === undefined) return says(String(exception?.value ?? ''));
      target.context.awaits(textOf(exception, target).then(says));
    });
    target.on('Log.entryAdded', ({ entry }) =>
      show({
        where: { part: `${entry.source} ${entry.level}`, url: placeOf(entry.url ?? '') },
        at: entry.timestamp,
        body: entry.text,
      }),
    );
  },
};

const tell = (call: Call, texts: readonly string[], show: Show): void => {
  const url = placeOf(call.stackTrace?.callFrames[0]?.url ?? '');
  const body = texts.join(' ');
  if (body !== '') show({ where: { part: `console.${call.type}`, url }, at: call.timestamp, body });
};

const isPlain = ({ objectId }: Value): boolean => objectId === undefined;

const plainText = ({ value, unserializableValue, description }: Value): string =>
  String(value ?? unserializableValue ?? description ?? '');

/** The whole of a logged object. The preview that comes with the message holds five of its values, cut to length. */
const textOf = async (value: Value, target: Target): Promise<string> => {
  const { objectId } = value;
  if (objectId === undefined) return plainText(value);
  const short = [value.description, JSON.stringify(value.preview ?? null)].join(' ');
  try {
    const { result } = await target.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: inFull,
      returnByValue: true,
      silent: true,
    });
    return typeof result.value === 'string' ? `${value.description ?? ''} ${result.value}` : short;
  } catch {
    return short;
  }
};

/** Runs in the page, on the logged object. */
const inFull = `function () {
  let left = 5000;
  const seen = new Set();
  const plain = (value, depth) => {
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value).slice(0, 200);
    if (typeof value !== 'object' || value === null) return value;
    if (left-- <= 0 || depth > 8) return '…';
    if (seen.has(value)) return '↺';
    seen.add(value);
    if (typeof Node === 'function' && value instanceof Node) return value.outerHTML ?? value.textContent;
    if (value instanceof Error) return String(value.stack ?? value) + (value.cause === undefined ? '' : ' ' + JSON.stringify(plain(value.cause, depth + 1)));
    if (value instanceof Date || value instanceof RegExp || value instanceof URL) return String(value);
    if (value instanceof Map) return [...value].map((pair) => plain(pair, depth + 1));
    if (value instanceof Set) return [...value].map((item) => plain(item, depth + 1));
    if (typeof Headers === 'function' && value instanceof Headers) return [...value];
    if (typeof FormData === 'function' && value instanceof FormData) return [...value].map(([name, item]) => [name, String(item)]);
    if (typeof URLSearchParams === 'function' && value instanceof URLSearchParams) return String(value);
    if (ArrayBuffer.isView(value)) return Array.from(new Uint8Array(value.buffer, value.byteOffset, Math.min(value.byteLength, 5000)), (byte) => String.fromCharCode(byte)).join('');
    if (Array.isArray(value)) return value.slice(0, Math.max(0, left)).map((item) => plain(item, depth + 1));
    const copy = {};
    for (const key of Object.keys(value)) {
      if (left-- <= 0) break;
      try { copy[key] = plain(value[key], depth + 1); } catch {}
    }
    return copy;
  };
  return JSON.stringify(plain(this, 0));
}`;
