import type { Lookalike } from '../fault';
import { withFooterScript } from '../pages/change';

const remembering = `localStorage.setItem('theme', localStorage.getItem('theme') ?? 'sea');
document.documentElement.dataset.theme = localStorage.getItem('theme');
const visitor = localStorage.getItem('visitor_id') ?? crypto.randomUUID();
localStorage.setItem('visitor_id', visitor);
window.harbourLane = { ...window.harbourLane, chatBody: (body) => ({ ...body, visitor_id: visitor, chat_flow: '5d0a4c1e-77aa-4b1c-9a55-2f6d1c9b8e10' }) };`;

/** What belongs to the browser and to nobody who sits there. */
export const browserRemembersItself: Lookalike = {
  id: 'browser-remembers-itself',
  resembles: 'shared-state',
  sentence:
    'A colour theme and an anonymous visitor’s id stay in the browser, and the id is sent to the chatbot.',
  change: (parts) => withFooterScript(parts, remembering),
  caughtBy: [],
  verdict: 'held',
};
