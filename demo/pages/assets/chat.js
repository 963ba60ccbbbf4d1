import { beginConversation, conversationOf } from './conversation.js';
import { rowIn, rowsIn } from './fields.js';
import { need } from './loading.js';
import { ask, currentSession, siteSettings } from './session.js';
import { transcriptOptions } from './transcript.js';

/** Defines `<deep-chat>`. */
const library = '/assets/deep-chat.js';

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** What the page adds to the next questions: the record that it shows. @type {readonly string[]} */
let about = [];

/** @typedef {HTMLElementTagNameMap['deep-chat']} Widget */

/** @type {Promise<Widget> | undefined} */
let widget;

const looks = {
  chatStyle: {
    width: '100%',
    height: '100%',
    border: 'none',
    borderRadius: '0',
    fontFamily: font,
    backgroundColor: '#fffdf9',
  },
  messageStyles: {
    default: {
      shared: {
        bubble: { fontSize: '15px', maxWidth: '82%', borderRadius: '14px', overflowWrap: 'anywhere' },
      },
      user: { bubble: { backgroundColor: '#14566b', color: '#ffffff' } },
      ai: { bubble: { backgroundColor: '#efe8da', color: '#1c2b33' } },
    },
  },
  textInput: { placeholder: { text: 'Ask the harbour', style: { color: '#5b6770' } } },
  displayLoadingBubble: true,
  errorMessages: {
    overrides: {
      default:
        'The assistant could not answer. Please try again, or sign in again if your session has ended.',
    },
  },
};

/** @param {{ id: string, email?: string | undefined } | null} user */
async function historyOf(user) {
  if (!user) return [];
  return rowsIn(rowIn(await (await ask('/api/chat/history')).json())['messages']);
}

/** @param {{ isNew: boolean }} how a new chat shows nothing of what was said before */
async function createWidget({ isNew }) {
  const [settings, session] = await Promise.all([siteSettings(), currentSession(), import(library)]);
  const user = session?.user ?? null;
  const history = isNew ? [] : await historyOf(user).catch(() => []);
  const options = {
    ...looks,
    ...transcriptOptions(history),
    introMessage: { text: settings.greeting },
    connect: { url: settings.chatUrl, method: 'POST', stream: true },
    /** @param {{ body: Record<string, unknown>, headers?: Record<string, string> }} request */
    requestInterceptor: async ({ body, headers }) => {
      const now = await currentSession();
      const grouped = now ? { ...body, conversation_id: conversationOf(now.user.id, history) } : body;
      const asked = about.length > 0 ? { ...grouped, about } : grouped;
      return {
        body: window.harbourLane?.chatBody?.(asked, now?.user ?? null) ?? asked,
        headers: now ? { ...headers, authorization: `Bearer ${now.access_token}` } : headers,
      };
    },
    /** @param {Record<string, unknown>} event */
    responseInterceptor: (event) => {
      window.harbourLane?.chatEvent?.(event);
      return 'error' in event ? { error: event['error'] } : { text: event['text'] ?? '' };
    },
  };
  const chat = document.createElement('deep-chat');
  Object.assign(chat, options);
  // Without a font of its own the widget would load one from a foreign host.
  chat.style.fontFamily = font;
  need('.hl-chat-body').replaceChildren(chat);
  await new Promise((resolve) => chat.addEventListener('render', resolve, { once: true }));
  return chat;
}

function showFailure() {
  widget = undefined;
  need('.hl-chat-body').textContent =
    'The assistant could not be loaded. Please write to the harbour office.';
}

/** @param {boolean} open */
function toggle(open) {
  need('#chat-panel').hidden = !open;
  need('#chat-launcher').setAttribute('aria-expanded', String(open));
  document.body.classList.toggle('hl-chatting', open);
}

/**
 * Opens the widget, which is loaded now if it was not before.
 * @param {{ about?: readonly string[], question?: string }} [topic]
 */
export async function openChat(topic = {}) {
  about = topic.about ?? about;
  toggle(true);
  try {
    widget ??= createWidget({ isNew: false });
    const chat = await widget;
    if (topic.question) chat.submitUserMessage({ text: topic.question });
  } catch {
    showFailure();
  }
}

/** Begins a conversation anew. What is still being answered belongs to the old one, and goes with it. */
async function startNewChat() {
  about = [];
  const session = await currentSession();
  if (session) beginConversation(session.user.id);
  try {
    widget = createWidget({ isNew: true });
    await widget;
  } catch {
    showFailure();
  }
}

/** The launcher and the panel in the corner. Once the page stands, the settings are fetched, so that opening is quick. */
export function prepareChat() {
  window.addEventListener('load', () => setTimeout(() => siteSettings().catch(() => undefined), 200));
  need('#chat-launcher').addEventListener('click', () => {
    if (need('#chat-panel').hidden) void openChat();
    else toggle(false);
  });
  need('#chat-new').addEventListener('click', () => startNewChat());
  need('#chat-close').addEventListener('click', () => {
    toggle(false);
    need('#chat-launcher').focus();
  });
}
