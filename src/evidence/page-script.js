// Runs in every document before its own scripts, as it stands here: no imports, no build step.
// It must never break a page: what may throw is caught, hosts get no attributes, and the one timer is the browser's own.
(() => {
  const name = '__shownText';
  const secret = Symbol.for(name);
  const scope = /** @type {Record<PropertyKey, unknown>} */ (/** @type {unknown} */ (globalThis));
  const running = scope[secret];
  if (typeof running === 'function') return void running();

  const mostCharacters = 8_000_000;
  const mostTexts = 50_000;
  const mostGoings = 8;
  const pace = 100;
  const { now } = Date;
  const later = setTimeout;
  const { stringify } = JSON;
  const Observer = MutationObserver;

  /**
   * A text as it was shown at least once.
   * @typedef {{ id: number, part: string, text: string, live: number, goings: number }} Shown
   */

  /** @type {Map<string, Map<string, Shown>>} By part and text. */
  const known = new Map();
  /** @type {Shown[]} Those that went last: an answer that is being written is each time shown anew, a little longer. */
  const lately = [];
  const mostLately = 32;
  /**
   * What has happened to a text, as shown-log.ts takes it in.
   * @typedef {['shown', id: number, at: number, part: string, path: string, text: string] | ['grown', id: number, at: number, end: string] | ['gone' | 'back' | 'stopped', id: number, at: number]} Happening
   */

  /** @type {Happening[]} */
  let queue = [];
  /** Whether the queue holds a text that was not told of before. */
  let isNew = false;
  /** @type {WeakMap<Node, string>} What a text node was last seen to say. */
  const holds = new WeakMap();
  /** @type {WeakSet<Node>} */
  const watched = new WeakSet();
  let lastId = 0;
  let lastSent = 0;
  let isPlanned = false;
  /** How often something has changed that a snapshot would show. */
  let changes = 0;
  const thisDocument = Math.random();
  let left = mostCharacters;
  /** @type {((message: string) => void) | undefined} */
  let send;

  const flush = () => {
    ways.clear();
    if (queue.length === 0) return;
    if (!send) {
      const found = scope[name];
      if (typeof found !== 'function') return;
      send = /** @type {(message: string) => void} */ (found);
      delete scope[name];
    }
    const message = stringify([location.href, ...queue]);
    queue = [];
    isNew = false;
    lastSent = now();
    send(message);
  };

  /**
   * An answer that is written word by word is told of in pieces: each message costs three processes something. What is
   * new is told at once: a page that is left for another site is not always heard once more.
   */
  const flushSoon = () => {
    ways.clear();
    if (queue.length === 0) return;
    if (isNew || now() - lastSent >= pace) return flush();
    if (isPlanned) return;
    isPlanned = true;
    later(() => {
      isPlanned = false;
      flush();
    }, pace);
  };

  /** @param {Node} node @returns {node is ShadowRoot} */
  const isShadow = (node) => node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;

  /** Says nothing of records: a tag, and an id that is a plain word. @param {Node} node */
  const stepOf = (node) => {
    if (isShadow(node)) return '::shadow';
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const element = /** @type {Element} */ (node);
    const id = element.getAttribute('id') ?? '';
    const tag = element.localName;
    if (spoken.test(id)) return `${tag}#${id}`;
    return tag === 'html' || tag === 'body' ? '' : tag;
  };
  const spoken = /^[a-z][a-z-]{1,23}$/i;
  const mostSteps = 8;

  /** @typedef {{ path: string, steps: number }} Way */
  /** @type {Map<Node, Way>} Ways to what texts stand in, as long as nothing moves: what comes together often stands side by side. */
  const ways = new Map();
  /** @type {Way} */
  const nowhere = { path: '', steps: 0 };

  /** @param {Node} node */
  const above = (node) => (isShadow(node) ? node.host : node.parentNode);

  /** @param {Node | null} node @returns {Way} */
  const wayTo = (node) => {
    if (!node) return nowhere;
    /** @type {string[]} */
    const steps = [];
    let way = nowhere;
    for (let at = /** @type {Node | null} */ (node); at && steps.length < mostSteps; at = above(at)) {
      const seenBefore = ways.get(at);
      if (seenBefore) {
        way = seenBefore;
        break;
      }
      const step = stepOf(at);
      if (step !== '') steps.push(step);
      if (step.includes('#')) break;
    }
    for (let i = steps.length - 1; i >= 0; i--) way = longer(way, steps[i] ?? '');
    ways.set(node, way);
    return way;
  };

  /** @param {Way} above @param {string} step @returns {Way} */
  const longer = ({ path, steps }, step) => {
    if (steps === 0) return { path: step, steps: 1 };
    if (steps < mostSteps) return { path: `${path} > ${step}`, steps: steps + 1 };
    return { path: `${path.slice(path.indexOf(' > ') + 3)} > ${step}`, steps };
  };

  /** @param {Node} node */
  const pathOf = (node) => {
    const place = node.nodeType === Node.TEXT_NODE ? node.parentNode : node;
    if (place) wayTo(above(place));
    const { path } = wayTo(place);
    return path.includes('::') ? path.replaceAll(' > ::shadow > ', '::shadow ') : path;
  };

  /** @param {string} part */
  const textsOf = (part) => {
    const texts = known.get(part) ?? new Map();
    known.set(part, texts);
    return texts;
  };

  /** Longer than a text that has just gone, and begins with it: that one has not gone then. @param {string} part @param {string} text */
  const grownFrom = (part, text) => {
    for (let i = lately.length - 1; i >= 0; i--) {
      const one = /** @type {Shown} */ (lately[i]);
      if (one.live > 0 || one.part !== part || !text.startsWith(one.text)) continue;
      lately.splice(i, 1);
      return one;
    }
    return undefined;
  };

  const spend = (/** @type {number} */ characters) => {
    left -= characters;
    if (left >= 0 && lastId < mostTexts) return true;
    if (left > -Infinity) queue.push(['stopped', 0, now()]);
    left = -Infinity;
    return false;
  };

  /**
   * Each word of an answer may replace the whole of it: that the shorter text had gone is not told, and words that come
   * between two messages are told of as one.
   * @param {number} id @param {string} end
   */
  const grow = (id, end) => {
    const going = queue.at(-1);
    if (going?.[0] === 'gone' && going[1] === id) queue.pop();
    const before = queue.at(-1);
    if (before?.[0] === 'grown' && before[1] === id) before[3] += end;
    else queue.push(['grown', id, now(), end]);
  };

  /** Notes a text that is there now. @param {Node} node @param {string} part @param {string | null} text */
  const seen = (node, part, text) => {
    if (!text || left < 0 || !/\S/.test(text)) return;
    const texts = textsOf(part);
    const before = texts.get(text);
    if (before) {
      if (before.live++ <= 0 && before.goings > 0 && before.goings < mostGoings)
        queue.push(['back', before.id, now()]);
      return;
    }
    const shorter = grownFrom(part, text);
    if (shorter) {
      const end = text.slice(shorter.text.length);
      if (!spend(end.length)) return;
      grow(shorter.id, end);
      texts.delete(shorter.text);
      shorter.text = text;
      shorter.live = 1;
      shorter.goings = 0;
      texts.set(text, shorter);
      return;
    }
    if (!spend(text.length)) return;
    const fresh = { id: ++lastId, part, text, live: 1, goings: 0 };
    texts.set(text, fresh);
    queue.push(['shown', fresh.id, now(), part, pathOf(node), text]);
    isNew = true;
  };

  /** Notes that one place less holds the text. @param {string} part @param {string | null} text */
  const gone = (part, text) => {
    const one = text ? known.get(part)?.get(text) : undefined;
    if (!one || one.live <= 0 || --one.live > 0) return;
    lately.push(one);
    if (lately.length > mostLately) lately.shift();
    // What comes and goes without end counts as lasting.
    if (one.goings++ < mostGoings) queue.push([one.goings < mostGoings ? 'gone' : 'back', one.id, now()]);
  };

  /** Notes a text that was there and is no more. @param {Node} node @param {string | null} text */
  const passed = (node, text) => {
    seen(node, 'text', text);
    gone('text', text);
  };

  /** @param {Node} node */
  const drop = (node) => {
    const held = holds.get(node);
    holds.delete(node);
    if (held === undefined) passed(node, node.nodeValue);
    else {
      gone('text', held);
      if (held !== node.nodeValue) passed(node, node.nodeValue);
    }
  };

  /** @param {Node} node */
  const hold = (node) => {
    const text = node.nodeValue ?? '';
    const held = holds.get(node);
    if (held === text) return;
    if (held !== undefined) gone('text', held);
    holds.set(node, text);
    seen(node, 'text', text);
  };

  /** Shapes and numbers of styles and drawings hold no text, and change with every frame of an animation. */
  const dull = new Set([
    'class',
    'd',
    'points',
    'transform',
    'viewbox',
    'x',
    'y',
    'cx',
    'cy',
    'r',
    'width',
    'height',
  ]);
  const telling = /["'`]|url\(|--/;

  /** @param {string} attribute @param {string | null} value */
  const isDull = (attribute, value) =>
    dull.has(attribute.toLowerCase()) || (attribute === 'style' && !telling.test(value ?? ''));

  /** @param {Node} node */
  const isText = (node) => {
    if (node.nodeType !== Node.TEXT_NODE) return false;
    const parent = node.parentNode?.nodeName;
    return parent !== 'SCRIPT' && parent !== 'STYLE';
  };

  /** A form with a field of that name hides its own property. */
  const { hasAttributes, getAttribute, getAttributeNS, getAttributeNames } = Element.prototype;
  const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')?.get ?? (() => []);

  /** @param {Node} node */
  const visitAttributes = (node) => {
    for (const attribute of Reflect.apply(getAttributeNames, node, [])) {
      const value = Reflect.apply(getAttribute, node, [attribute]);
      // One that a script has named in capitals can be had as a node only, which costs the more.
      if (value === null) return visitAttributeNodes(node);
      if (!isDull(attribute, value)) seen(node, `attribute ${attribute}`, value);
    }
  };

  /** @param {Node} node */
  const visitAttributeNodes = (node) => {
    for (const { name: attribute, value } of Reflect.apply(attributesOf, node, []))
      if (!isDull(attribute, value)) seen(node, `attribute ${attribute}`, value);
  };

  /** @param {Node} node @param {(node: Node) => void} useText */
  const visit = (node, useText) => {
    if (isText(node)) useText(node);
    else if (node.nodeType === Node.COMMENT_NODE) seen(node, 'comment', node.nodeValue);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      if (Reflect.apply(hasAttributes, node, [])) visitAttributes(node);
      const root = /** @type {Element} */ (node).shadowRoot;
      if (root) watch(root);
    }
  };

  /** @param {Node} root @param {(node: Node) => void} useText */
  const walk = (root, useText) => {
    const walker = document.createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
    );
    for (let node = /** @type {Node | null} */ (root); node; node = walker.nextNode()) {
      try {
        visit(node, useText);
      } catch {
        // The next one may be sound.
      }
    }
  };

  /** @param {MutationRecord} record */
  const take = (record) => {
    const { type, target } = record;
    if (type === 'childList') {
      const { removedNodes, addedNodes } = record;
      for (const node of removedNodes) if (!node.isConnected) walk(node, drop);
      for (const node of addedNodes) walk(node, node.isConnected ? hold : drop);
      return;
    }
    const { oldValue } = record;
    if (type === 'characterData') {
      if (!isText(target)) return;
      // What it said before may have come and gone between two looks: then this is the first that is heard of it.
      passed(target, oldValue);
      if (target.isConnected) hold(target);
      else drop(target);
      return;
    }
    const attribute = record.attributeName ?? '';
    const value = Reflect.apply(getAttributeNS, target, [record.attributeNamespace, attribute]);
    for (const one of [oldValue, value])
      if (!isDull(attribute, one)) seen(target, `attribute ${attribute}`, one);
  };

  /** @param {MutationRecord} record */
  const takeSafely = (record) => {
    try {
      take(record);
    } catch {
      // The next one may be sound.
    }
  };

  const observer = new Observer((records) => {
    changes++;
    try {
      for (const record of records) takeSafely(record);
      flushSoon();
    } catch {
      // The page goes on.
    }
  });

  const everything = {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    attributes: true,
    attributeOldValue: true,
  };

  /** @param {Document | ShadowRoot} root */
  function watch(root) {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, everything);
    walk(root, hold);
  }

  const start = () => {
    try {
      watch(document);
      flush();
    } catch {
      // The page goes on.
    }
  };
  /** Until everything that is waiting anywhere in this page has been told. */
  const rest = () => new Promise((done) => void later(done, 2 * pace));
  const changesSoFar = () => `${thisDocument} ${changes}`;
  Object.defineProperty(scope, secret, {
    value: Object.freeze(Object.assign(start, { changesSoFar, flush, rest })),
  });
  // What is typed, chosen and loaded changes no node.
  for (const type of ['input', 'change', 'reset', 'load']) addEventListener(type, () => void changes++, true);

  /** Closed roots are opened, so that what they show can be seen and the widgets in them be driven. */
  const attach = Element.prototype.attachShadow;
  const opened = {
    /** @this {Element} @param {ShadowRootInit} init */
    attachShadow(init) {
      const open = init && init.mode === 'closed' ? Object.create(init, { mode: { value: 'open' } }) : init;
      const root = Reflect.apply(attach, this, [open]);
      changes++;
      try {
        watch(root);
        flushSoon();
      } catch {
        // The page goes on.
      }
      return root;
    },
  };
  Object.defineProperty(Element.prototype, 'attachShadow', {
    ...Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow'),
    value: opened.attachShadow,
  });

  /** Values that scripts put into fields: they change no node. @param {HTMLInputElement | HTMLTextAreaElement} type */
  const hearValues = (type) => {
    const own = Object.getOwnPropertyDescriptor(type, 'value');
    const { get, set } = own ?? {};
    if (!get || !set) return;
    const heard = {
      get value() {
        return Reflect.apply(get, this, []);
      },
      set value(next) {
        Reflect.apply(set, this, [next]);
        changes++;
        try {
          seen(/** @type {Node} */ (/** @type {unknown} */ (this)), 'form value', String(next));
          flushSoon();
        } catch {
          // The page goes on.
        }
      },
    };
    Object.defineProperty(type, 'value', {
      ...own,
      ...Object.getOwnPropertyDescriptor(heard, 'value'),
      enumerable: true,
    });
  };
  hearValues(HTMLInputElement.prototype);
  hearValues(HTMLTextAreaElement.prototype);

  /** What a dialog says stands in no document. @param {'alert' | 'confirm' | 'prompt'} kind */
  const hearDialogs = (kind) => {
    const ask = scope[kind];
    if (typeof ask !== 'function') return;
    const heard = {
      /** @param {unknown[]} said */
      [kind](...said) {
        try {
          for (const text of said) seen(document, 'dialog', String(text));
          flush();
        } catch {
          // The page goes on.
        }
        return Reflect.apply(ask, globalThis, said);
      },
    };
    scope[kind] = heard[kind];
  };
  hearDialogs('alert');
  hearDialogs('confirm');
  hearDialogs('prompt');

  // A page that is left takes its fields with it.
  addEventListener(
    'pagehide',
    () => {
      try {
        for (const field of document.querySelectorAll('input, textarea'))
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
            seen(field, 'form value', field.value);
        flush();
      } catch {
        // The page goes.
      }
    },
    true,
  );

  start();
})();
