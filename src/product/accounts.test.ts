import { expect, test } from 'vitest';
import { missingAccount } from './accounts';
import { presenceOf } from './features';

const accounts = {
  userA: { emailEnv: 'A_EMAIL', passwordEnv: 'A_PASSWORD' },
  admin: { emailEnv: 'ADMIN_EMAIL', passwordEnv: 'ADMIN_PASSWORD' },
};

test('an account that is not there says what to add, and where the product could do without, how to say so', () => {
  const env = { A_EMAIL: 'a@example.com', A_PASSWORD: 'pw' };
  expect(missingAccount({ accounts }, 'userA', env)).toBeUndefined();
  expect(missingAccount({ accounts }, 'userB', env)).toBe(
    "there is no account userB → add to accounts: userB: { emailEnv: 'USER_B_EMAIL', passwordEnv: 'USER_B_PASSWORD' }, and the two variables to .env",
  );
  expect(missingAccount({ accounts }, 'admin', env)).toMatch(
    /has no credentials → add ADMIN_EMAIL and ADMIN_PASSWORD to \.env; .*without: \{ admin: 'why' \}/,
  );
});

test('what a config does not say is missing; what it says there is none of is declared away', () => {
  const pages = { public: [], private: [], admin: [], signIn: '/in', records: [] };
  const bare = {
    accounts,
    pages,
    adminReads: [],
    reads: [],
    chat: { widget: 'auto', pages: ['/'], ask: {} },
  };
  const missing = presenceOf('admin', { ...bare, without: {} });
  expect(missing).toMatchObject({ is: 'missing', toAdd: expect.stringContaining('pages.admin') });
  expect(presenceOf('admin', { ...bare, without: { admin: 'nobody is' } })).toEqual({
    is: 'declared away',
    why: 'nobody is',
  });
  const described = { ...bare, pages: { ...pages, admin: ['/admin'] }, without: {} };
  expect(presenceOf('admin', described)).toEqual({ is: 'there' });
});
