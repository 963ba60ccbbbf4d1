import {
  demoAccounts,
  demoEnvironment,
  demoExpiredSession,
  demoOtherAudienceSession,
  demoOtherProjectSession,
  demoPublic,
  demoRecords,
  type DemoAccount,
} from './demo/product';
import { defineProduct } from './src/product/define';
import { oneOf } from './src/product/nearest';
import { supabase } from './src/product/sign-in/supabase';
import { sessionOf } from './src/product/sign-in/supabase-session';

/** The embedded demo. For a product of your own, copy `.env.example` to `.env` and describe it here the same way. */
export const product = defineProduct({
  name: 'Harbour Lane Sailing (demo)',
  demo: true,
  environment: demoEnvironment,
  serve: {
    command: 'node --import tsx demo/main.ts',
    ready: /Demo listening on (?<site_url>http:\/\/\S+)\s/,
  },
  previews: [(site) => site.replace('127.0.0.1', 'localhost')],
  pages: {
    public: ['/', '/pricing'],
    private: ['/account'],
    admin: ['/admin'],
    signIn: '/sign-in',
    records: [
      { kind: 'booking', path: '/account/bookings/{id}' },
      { kind: 'invoice', path: '/account/invoices/{id}' },
    ],
  },
  signIn: supabase({ keyEnv: 'DEMO_ANON_KEY', signOutEnds: 'at once', reuseInterval: 0 }),
  accounts: {
    userA: { emailEnv: 'DEMO_USER_A_EMAIL', passwordEnv: 'DEMO_USER_A_PASSWORD' },
    userB: { emailEnv: 'DEMO_USER_B_EMAIL', passwordEnv: 'DEMO_USER_B_PASSWORD' },
    wrongTenant: { emailEnv: 'DEMO_WRONG_TENANT_EMAIL', passwordEnv: 'DEMO_WRONG_TENANT_PASSWORD' },
    admin: { emailEnv: 'DEMO_ADMIN_EMAIL', passwordEnv: 'DEMO_ADMIN_PASSWORD' },
  },
  records: [...demoRecords],
  public: [...demoPublic],
  reads: [
    { name: 'a booking', kind: 'booking', path: '/api/bookings/{id}' },
    { name: 'a booking, mobile', kind: 'booking', path: '/m/api/bookings/{id}' },
    { name: 'bookings', kind: 'booking', path: '/api/bookings' },
    ...rowsOf('booking', 'bookings'),
    {
      name: 'all booking rows, by a view',
      kind: 'booking',
      path: '/rest/v1/booking_overview?select=*',
      rows: true,
    },
    {
      name: 'papers of bookings, by a function',
      kind: 'booking',
      method: 'POST',
      path: '/rest/v1/rpc/match_documents',
      body: '{"query":"boarding paper"}',
      rows: true,
    },
    { name: 'an invoice', kind: 'invoice', path: '/api/invoices/{id}' },
    { name: 'an invoice as PDF', kind: 'invoice', path: '/api/invoices/{id}/pdf' },
    { name: 'an invoice, mobile', kind: 'invoice', path: '/m/api/invoices/{id}' },
    { name: 'invoices', kind: 'invoice', path: '/api/invoices' },
    ...rowsOf('invoice', 'invoices'),
    { name: 'chat history', kind: 'chat message', path: '/api/chat/history' },
    { name: 'chat history, mobile', kind: 'chat message', path: '/m/api/chat/history' },
    ...rowsOf('chat message', 'chat_messages'),
    ...rowsOf('profile', 'profiles'),
    ...rowsOf('internal note', 'internal_notes'),
  ],
  adminReads: [{ name: 'customers', kind: 'profile', path: '/api/admin/customers' }],
  writes: [
    {
      kind: 'booking',
      path: '/rest/v1/bookings',
      column: 'note',
      row: ({ userId, claims }) => ({
        user_id: userId,
        tenant_id: tenantIn(claims['app_metadata']),
        reference: 'HL-TRIAL',
        title: 'A booking to try changes on',
        starts_at: '2031-05-01T10:00:00Z',
      }),
      changes: [{ path: '/api/bookings/{id}', body: '{"note":"{mark}"}' }],
    },
  ],
  chat: {
    widget: 'deep-chat',
    pages: ['/', '/account'],
    api: {
      path: '/api/chat',
      body: (question) => ({ messages: [{ role: 'user', text: question }] }),
      identityFields: ['customer_id', 'customerId', 'user_id', 'userId', 'user.id', 'user.email'],
      attach: {
        field: 'about',
        kinds: ['booking', 'invoice'],
        question: 'What can you tell me about these?',
      },
      conversation: {
        field: 'conversation_id',
        read: '/api/chat/history',
        key: 'conversationId',
        question: 'What did we talk about earlier?',
        kind: 'chat message',
      },
    },
    ask: {
      booking: 'Can you show me my bookings?',
      invoice: 'Which invoices do I have?',
      profile: 'What is my phone number and address?',
      'chat message': 'What did we talk about earlier?',
    },
  },
  expiredSession: async (account) => sessionOf(account, await demoExpiredSession(known(account))),
  otherAudienceSession: async (account) => sessionOf(account, await demoOtherAudienceSession(known(account))),
  otherProjectSession: async (account) => sessionOf(account, await demoOtherProjectSession(known(account))),
  limits: { chatMessages: 5_000, probes: 100 },
});

function tenantIn(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null && 'tenant_id' in metadata
    ? metadata.tenant_id
    : null;
}

function known(account: string): DemoAccount {
  const found = demoAccounts.find((name) => name === account);
  if (found !== undefined) return found;
  throw new Error(`the demo has no account "${account}": ${oneOf(account, demoAccounts)}`);
}

/** The ways in which a page asks PostgREST for rows: one, a person's, and (the filter forgotten) all. */
function rowsOf(kind: string, table: string) {
  const path = `/rest/v1/${table}?select=*`;
  return [
    { name: `${kind} row`, kind, path: `${path}&id=eq.{id}`, rows: true },
    { name: `${kind} rows of a person`, kind, path: `${path}&user_id=eq.{user}`, rows: true },
    { name: `all ${kind} rows`, kind, path, rows: true },
  ];
}
