import { demoRecords } from '../../demo/product';
import { defineProduct } from '../../src/product/define';
import { supabase } from '../../src/product/sign-in/supabase';

/** `declared`: there are no other tenants. `waived`: there are, and it may wait. Else nobody has an account there yet. */
const tenants = process.env['SMALL_TENANTS'];

const ours = ['userA', 'userB'];

/** What was said to the chatbot is listed where a test is about that. */
const kinds = ['invoice', ...(process.env['SMALL_TALKS'] ? ['chat message'] : [])];

/**
 * The demo, described as somebody would who has just begun: two accounts, one request, a chatbot that is known by its
 * page alone. Its third account has no credentials, and there are no admin pages.
 */
export const product = defineProduct({
  name: 'A small product',
  pages: { public: ['/'], private: ['/account'], signIn: '/sign-in' },
  signIn: supabase({ keyEnv: 'DEMO_ANON_KEY', reuseInterval: 0 }),
  accounts: {
    userA: { emailEnv: 'DEMO_USER_A_EMAIL', passwordEnv: 'DEMO_USER_A_PASSWORD' },
    userB: { emailEnv: 'DEMO_USER_B_EMAIL', passwordEnv: 'DEMO_USER_B_PASSWORD' },
    ...(tenants !== 'declared' && {
      wrongTenant: { emailEnv: 'SMALL_TENANT_EMAIL', passwordEnv: 'SMALL_TENANT_PASSWORD' },
    }),
  },
  ...(process.env['SMALL_LEARNS']
    ? { learn: true }
    : { records: demoRecords.filter(({ owner, kind }) => ours.includes(owner) && kinds.includes(kind)) }),
  reads: [
    { name: 'invoices', kind: 'invoice', path: '/api/invoices' },
    { name: 'an invoice', kind: 'invoice', path: '/api/invoices/{id}' },
  ],
  chat: { pages: ['/'], ask: { invoice: 'Which invoices do I have?' } },
  limits: { requestsPerSecond: 200 },
  without: {
    admin: 'nobody sees what is not theirs',
    chatApi: 'the widget’s vendor answers',
    ...(tenants === 'declared' && { wrongTenant: 'there is one company' }),
  },
  waivers:
    tenants === 'waived'
      ? [{ what: 'wrongTenant', reason: 'the account is being made', until: '2099-12-31' }]
      : [],
});
