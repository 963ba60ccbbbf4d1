import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { defineProduct } from '../../../src/product/define';
import { custom } from '../../../src/product/sign-in/custom';
import { notSignedIn } from '../../../src/product/sign-in/errors';
import { exchange } from '../../../src/product/sign-in/exchange';
import { accounts, records } from '../shop';

const loggedIn = z.object({ authToken: z.string() });
const me = z.object({ id: z.number() });

/** Pages in Webflow's shape, tokens in localStorage by a backend in Xano's manner, a chatbot behind an n8n webhook. */
export const product = defineProduct({
  name: 'Timberworks (Webflow, Xano, n8n)',
  serve: {
    command: 'node --import tsx selftest/products/webflow/server.ts',
    ready: /Listening on (?<site_url>http:\/\/\S+)\s/,
  },
  pages: { public: ['/'], private: ['/account'], admin: ['/staff'], signIn: '/log-in' },
  signIn: custom({
    alive: { path: '/api/auth/me' },
    async signIn({ account, email, password }, tried) {
      const at = (path: string) => new URL(path, tried.site);
      const who = { account, product: tried };
      const answer = await exchange(who, at('/api/auth/login'), { headers: {}, body: { email, password } });
      if (answer.status !== 200)
        throw notSignedIn(account, 'wrong-credentials', `it answered ${answer.status}`);
      const { authToken } = loggedIn.parse(answer.json);
      const headers = { authorization: `Bearer ${authToken}` };
      const { id } = me.parse((await exchange(who, at('/api/auth/me'), { headers })).json);
      return { account, userId: String(id), accessToken: authToken, raw: {} };
    },
    storage: ({ accessToken = '' }, origin) => ({
      cookies: [],
      origins: [{ origin, localStorage: [{ name: 'authToken', value: accessToken }] }],
    }),
  }),
  accounts,
  records: records.filter(({ kind }) => kind !== 'internal note'),
  reads: [
    { name: 'orders', kind: 'order', path: '/api/orders' },
    { name: 'an order', kind: 'order', path: '/api/orders/{id}' },
    { name: 'profile', kind: 'profile', path: '/api/auth/me' },
    { name: 'chats', kind: 'chat message', path: '/api/chats' },
  ],
  adminReads: [{ name: 'customers', kind: 'profile', path: '/api/staff/customers' }],
  chat: {
    pages: ['/'],
    api: {
      path: '/webhook/4f2c81d0/chat',
      body: (chatInput) => ({ action: 'sendMessage', sessionId: randomUUID(), chatInput }),
      identityFields: ['metadata.userId', 'metadata.email'],
      conversation: {
        field: 'sessionId',
        read: '/api/chats',
        key: 'sessionId',
        question: 'What did we talk about earlier?',
        kind: 'chat message',
      },
    },
    ask: {
      order: 'Which orders do I have?',
      profile: 'What is my phone number and address?',
    },
  },
  limits: { requestsPerSecond: 1_000, chatMessages: 2_000 },
});
