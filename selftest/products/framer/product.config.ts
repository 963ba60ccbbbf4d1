import { freePort } from '../../../src/evidence/free-port';
import { defineProduct } from '../../../src/product/define';
import { supabase } from '../../../src/product/sign-in/supabase';
import { accounts, records } from '../shop';

/** Where the project is: the server that is started, and whoever reads this file again, are told by the environment. */
const port = (process.env['SHOP_PROJECT_PORT'] ??= String(await freePort()));
const project = `http://127.0.0.1:${port}`;

/** Pages in Framer's shape, a project of Supabase's on an origin of its own behind them, and a chatbot whose answers are polled for. */
export const product = defineProduct({
  name: 'Timberworks (Framer, Supabase)',
  serve: {
    command: 'node --import tsx selftest/products/framer/server.ts',
    ready: /Listening on (?<site_url>http:\/\/\S+)\s/,
  },
  pages: { public: ['/', '/timber'], private: ['/account'], admin: ['/staff'], signIn: '/log-in' },
  signIn: supabase({ keyEnv: 'SHOP_PUBLISHABLE_KEY', origin: project, reuseInterval: 0 }),
  accounts,
  records: [...records],
  reads: [
    { name: 'orders', kind: 'order', path: `${project}/rest/v1/orders?select=*`, rows: true },
    { name: 'an order', kind: 'order', path: `${project}/rest/v1/orders?select=*&id=eq.{id}`, rows: true },
    {
      name: 'profile',
      kind: 'profile',
      path: `${project}/rest/v1/profiles?select=*&user_id=eq.{user}`,
      rows: true,
    },
    { name: 'chats', kind: 'chat message', path: `${project}/rest/v1/chat_messages?select=*`, rows: true },
    {
      name: 'a note of the staff',
      kind: 'internal note',
      path: `${project}/rest/v1/internal_notes?select=*&id=eq.{id}`,
      rows: true,
    },
  ],
  adminReads: [
    { name: 'customers', kind: 'profile', path: `${project}/rest/v1/customer_overview?select=*`, rows: true },
  ],
  chat: {
    pages: ['/'],
    ask: {
      order: 'Which orders do I have?',
      'chat message': 'What did we talk about earlier?',
    },
  },
  without: { chatApi: 'its answers are polled for, so the chatbot is asked in the page only' },
  limits: { requestsPerSecond: 1_000, chatMessages: 2_000, probes: 8 },
});
