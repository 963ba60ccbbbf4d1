// Runs in pages, as it stands here: called on a value, it writes the whole of it as JSON, within bounds. Console lines,
// messages between windows and what a database holds go through it.
/** @this {unknown} @returns {string} */
// oxlint-disable-next-line no-unused-vars -- it is read as text
function inFull() {
  let left = 5000;
  const deepest = 8;
  const seen = new Set();
  /** @type {(value: unknown) => string} */
  const toText = String;

  /** @param {object} value @param {string} name */
  const isA = (value, name) => {
    /** @type {unknown} */
    const type = Reflect.get(globalThis, name);
    return typeof type === 'function' && value instanceof type;
  };

  /** What says more than its own properties. @param {object} value @param {(value: unknown) => unknown} inner @returns {unknown} */
  const special = (value, inner) => {
    if (isA(value, 'Node')) return Reflect.get(value, 'outerHTML') ?? Reflect.get(value, 'textContent');
    if (value instanceof Error) return [toText(value.stack ?? value), inner(value.cause) ?? ''];
    if (['Date', 'RegExp', 'URL', 'URLSearchParams'].some((name) => isA(value, name))) return toText(value);
    if (value instanceof Map || value instanceof Set || value instanceof Headers)
      return [...value].map((one) => inner(one));
    if (value instanceof FormData) return [...value].map(([name, item]) => [name, toText(item)]);
    return undefined;
  };

  /** Bytes as letters: text that is in them stays text. @param {object} value */
  const lettersOf = (value) => {
    const most = 100_000;
    const isBuffer = value instanceof ArrayBuffer;
    if (!isBuffer && !ArrayBuffer.isView(value)) return undefined;
    const length = Math.min(value.byteLength, most);
    const bytes = isBuffer
      ? new Uint8Array(value, 0, length)
      : new Uint8Array(value.buffer, value.byteOffset, length);
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  };

  /** @param {object} value @param {(value: unknown) => unknown} inner */
  const properties = (value, inner) => {
    /** @type {Record<string, unknown>} */
    const copy = {};
    for (const key of Object.keys(value)) {
      if (left-- <= 0) break;
      try {
        copy[key] = inner(Reflect.get(value, key));
      } catch {
        // A property that cannot be read shows nobody anything.
      }
    }
    return copy;
  };

  /** @param {unknown} value @param {number} depth @returns {unknown} */
  const plain = (value, depth) => {
    if (typeof value === 'bigint' || typeof value === 'symbol') return toText(value);
    if (typeof value === 'function') return toText(value).slice(0, 200);
    if (typeof value !== 'object' || value === null) return value;
    if (left-- <= 0 || depth > deepest) return '…';
    if (seen.has(value)) return '↺';
    seen.add(value);
    const inner = (/** @type {unknown} */ one) => plain(one, depth + 1);
    if (Array.isArray(value)) return value.slice(0, Math.max(0, left)).map(inner);
    return lettersOf(value) ?? special(value, inner) ?? properties(value, inner);
  };
  return JSON.stringify(plain(this, 0)) ?? '';
}
