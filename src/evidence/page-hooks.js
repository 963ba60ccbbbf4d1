// Runs in every document before its own scripts, behind `inFull` (see value-in-full.js), as it stands here. It hears
// what leaves no trace in the document: files made by scripts, messages, the clipboard, drawn text, the history's states.
// It must never break a page: what may throw is caught, and every function does what it did before.
(() => {
  const name = '__heard';
  const secret = Symbol.for(name);
  const scope = /** @type {Record<PropertyKey, unknown>} */ (/** @type {unknown} */ (globalThis));
  if (scope[secret] === true) return;
  Object.defineProperty(scope, secret, { value: true });

  const mostCharacters = 16_000_000;
  const largest = 8_000_000;
  const mostOfChannel = 5000;
  const { now } = Date;
  const { stringify } = JSON;
  /** @type {(value: unknown) => string} */
  const toText = String;
  /** @type {Map<string, Set<string>>} What was told already, by channel. */
  const told = new Map();
  let left = mostCharacters;
  /** @type {unknown[][]} */
  let queue = [];
  /** @type {((message: string) => void) | undefined} */
  let send;

  const flush = () => {
    if (!send) {
      const found = scope[name];
      if (typeof found !== 'function') return;
      send = /** @type {(message: string) => void} */ (found);
      delete scope[name];
    }
    const messages = queue;
    queue = [];
    for (const message of messages) send(stringify(message));
  };

  /**
   * Each text once, as long as there is room. The last message of a channel says that there was more.
   * @param {string} channel @param {string} part
   * @param {string | null} text `null` for what was too much; a `data:` address for bytes
   */
  const tell = (channel, part, text) => {
    const known = told.get(channel) ?? new Set();
    told.set(channel, known);
    const key = text !== null && text.length < 1000 ? `${part} ${text}` : `${part} ${known.size}`;
    if (text === '' || known.has(key) || known.size > mostOfChannel || left < 0) return;
    known.add(key);
    left -= text?.length ?? 0;
    const isFull = known.size > mostOfChannel || left < 0;
    queue.push([channel, part, location.href, now(), isFull ? null : text]);
    flush();
  };

  /** @param {() => void} work */
  const safely = (work) => {
    try {
      work();
    } catch {
      // The page goes on.
    }
  };

  /** @param {string} type @returns {object | undefined} */
  const prototypeOf = (type) => {
    const found = scope[type];
    return typeof found === 'function' ? /** @type {{ prototype: object }} */ (found).prototype : undefined;
  };

  /**
   * Lets `hear` know of each call of a method before it happens.
   * @param {object | undefined} owner @param {string} method @param {(...given: unknown[]) => void} hear
   */
  const listen = (owner, method, hear) => {
    const descriptor = owner && Object.getOwnPropertyDescriptor(owner, method);
    /** @type {unknown} */
    const before = descriptor?.value;
    if (!owner || typeof before !== 'function') return;
    const heard = {
      /** @this {unknown} @param {unknown[]} given @returns {unknown} */
      [method](...given) {
        safely(() => hear(...given));
        return Reflect.apply(before, this, given);
      },
    };
    Object.defineProperty(owner, method, { ...descriptor, value: heard[method] });
  };

  /** @param {unknown} value */
  const whole = (value) => (typeof value === 'string' ? value : Reflect.apply(inFull, value, []));

  /** @param {Blob} blob @param {string} channel @param {string} part */
  const tellBlob = (blob, channel, part) => {
    if (blob.size > largest) return tell(channel, part, null);
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      safely(() => typeof reader.result === 'string' && tell(channel, part, reader.result)),
    );
    reader.readAsDataURL(blob);
  };

  // Nobody has loaded it yet: there is time to read it.
  listen(URL, 'createObjectURL', (made) => {
    if (made instanceof Blob) tellBlob(made, 'blob-url', 'file made by a script');
  });

  const sockets = [WebSocket, EventSource];
  /** @type {WeakSet<MessageEvent>} */
  const heardMessages = new WeakSet();
  /** @param {MessageEvent} event @param {unknown} said */
  const hearMessage = (event, said) => {
    const isTelling = typeof said === 'string' || (typeof said === 'object' && said !== null);
    if (!isTelling || heardMessages.has(event)) return;
    heardMessages.add(event);
    // Those two are seen on their way in.
    if (sockets.some((type) => event.target instanceof type)) return;
    const text = whole(said);
    tell('post-message', 'message', text.length > largest ? null : text);
  };

  // Whoever is shown a message reads its data, be it from a window, a worker, a port or a broadcast.
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  const readData = data?.get;
  if (readData) {
    const heard = {
      /** @returns {unknown} */
      get data() {
        const event = /** @type {MessageEvent} */ (/** @type {unknown} */ (this));
        /** @type {unknown} */
        const said = Reflect.apply(readData, event, []);
        safely(() => hearMessage(event, said));
        return said;
      },
    };
    Object.defineProperty(MessageEvent.prototype, 'data', {
      ...data,
      ...Object.getOwnPropertyDescriptor(heard, 'data'),
    });
    addEventListener('message', (event) => void event.data, true);
  }

  const clipboard = prototypeOf('Clipboard');
  listen(clipboard, 'writeText', (text) => tell('clipboard', 'written', toText(text)));
  listen(clipboard, 'write', (items) => {
    for (const item of Array.isArray(items) ? items : []) {
      if (!(item instanceof ClipboardItem)) continue;
      for (const type of item.types)
        void item.getType(type).then(
          (blob) => tellBlob(blob, 'clipboard', `written as ${type}`),
          () => undefined,
        );
    }
  });
  listen(prototypeOf('DataTransfer'), 'setData', (type, text) =>
    tell('clipboard', `copied or dragged as ${toText(type)}`, toText(text)),
  );
  for (const kind of ['copy', 'cut'])
    addEventListener(kind, () => safely(() => tell('clipboard', 'copied', toText(getSelection()))), true);

  for (const type of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D'])
    for (const method of ['fillText', 'strokeText'])
      listen(prototypeOf(type), method, (text) => tell('drawn-text', 'canvas', toText(text)));

  /** Text on the page, or a text that a rule keeps for another one; most rules hold only shapes and colours. */
  const saying = /(?:content|--[\w-]{1,99})\s{0,9}:[^;}"']{0,999}["'][^"'\\]{4}/i;
  for (const [type, method] of /** @type {const} */ ([
    ['CSSStyleSheet', 'insertRule'],
    ['CSSStyleSheet', 'addRule'],
    ['CSSStyleSheet', 'replace'],
    ['CSSStyleSheet', 'replaceSync'],
    ['CSSGroupingRule', 'insertRule'],
  ]))
    listen(prototypeOf(type), method, (...given) => {
      const rule = given.map(toText).join(' { ');
      if (saying.test(rule)) tell('style-rules', method, rule);
    });

  for (const method of ['pushState', 'replaceState'])
    listen(prototypeOf('History'), method, (state) => {
      if (state !== null && state !== undefined) tell('title-and-url', 'history state', whole(state));
    });

  /** What assistive technology is told otherwise than by text and attributes. @param {string} property */
  const hearInternals = (property) => {
    const internals = prototypeOf('ElementInternals');
    const descriptor = internals && Object.getOwnPropertyDescriptor(internals, property);
    const set = descriptor?.set;
    if (!internals || !set) return;
    const heard = {
      /** @this {unknown} @param {unknown} text */
      set(text) {
        safely(() => tell('accessible-name', property, toText(text ?? '')));
        Reflect.apply(set, this, [text]);
      },
    };
    Object.defineProperty(internals, property, { ...descriptor, set: heard.set });
  };
  for (const property of ['ariaLabel', 'ariaDescription', 'ariaValueText', 'ariaRoleDescription'])
    hearInternals(property);
})();
