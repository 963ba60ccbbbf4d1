import type { Channel, Show } from '../channel';
import { inFull } from '../in-full';
import { placeOf } from '../place';
import type { Payload } from '../protocol';
import type { Target } from '../target';

type Call = Payload<'Runtime.consoleAPICalled'>;
type Value = Call['args'][number];

/** What is written to the console, and what the browser itself writes there. */
export const consoleLines: Channel = {
  name: 'console',
  sees: 'messages of pages, iframes and workers with all arguments, uncaught errors, the browser’s own warnings',
  blindTo:
    'what lies deeper than 8 levels or beyond 5,000 values of a logged object; beyond 2,000 logged objects of a page it says that it stopped',
  plant: 'console.log({ value });',
  domains: ['Runtime', 'Log'],
  watch(target, show) {
    let left = mostObjects;
    target.on('Runtime.consoleAPICalled', (call) => {
      if (call.args.every((value) => isPlain(value))) return tell(call, call.args.map(plainText), show);
      if (left-- <= 0) return tellTooMany(target, call.timestamp, show);
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

/** Each logged object is asked for in full: a page that logs without end would be asked without end. */
const mostObjects = 2000;

const tellTooMany = (target: Target, at: number, show: Show): void => {
  const unreadable = `a page logged more than ${mostObjects} objects: the rest was not read`;
  show(
    { where: { part: 'console', url: placeOf(target.url()) }, at, body: { unreadable } },
    `${target.id} too many`,
  );
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
