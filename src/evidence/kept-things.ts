import type { Show } from './channel';
import { bytesOfDataUrl } from './data-url';

/** Something that browser code found in a store: a text, a file as a `data:` address, or more than is read. */
interface Kept {
  readonly name: string;
  readonly text?: string;
  readonly data?: string;
  readonly over: boolean;
}

/** Checks what browser code gave back. Throws when it is of another shape. */
export const keptThings = (value: unknown): readonly Kept[] => {
  if (!Array.isArray(value)) throw new Error('the page gave back something else than what it keeps');
  return value.map((one: unknown) => {
    const has = (key: string): unknown =>
      typeof one === 'object' && one !== null ? Reflect.get(one, key) : '';
    const [name, text, data] = [has('name'), has('text'), has('data')];
    return {
      name: typeof name === 'string' ? name : '',
      ...(typeof text === 'string' ? { text } : {}),
      ...(typeof data === 'string' ? { data } : {}),
      over: has('over') === true,
    };
  });
};

/** Shows what a store holds. Names of things are evidence, too, and so are no places. */
export const showKept = (
  kept: readonly Kept[],
  where: { readonly part: string; readonly url: string },
  show: Show,
): void => {
  const at = Date.now();
  for (const { name, text, data, over } of kept) {
    if (over) {
      const unreadable = `a ${where.part} holds more than is read of it`;
      show({ where, at, body: { unreadable } }, `${where.url} ${name} over`);
    }
    if (text !== undefined) show({ where, at, body: text });
    if (data !== undefined) show({ where, at, ...bytesOfDataUrl(data) });
  }
};
