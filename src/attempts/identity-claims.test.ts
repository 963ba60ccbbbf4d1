import { expect, test } from 'vitest';
import { identityClaims } from './identity-claims';

test('an identity is claimed by id and by address, on top and deeper', () => {
  const fields = ['customer_id', 'user.id', 'user.email', 'e-mail'];
  expect(identityClaims(fields, { user: 'u1', email: 'a@example.com' })).toEqual({
    customer_id: 'u1',
    user: { id: 'u1', email: 'a@example.com' },
    'e-mail': 'a@example.com',
  });
});

test('an address that is not known is not claimed', () => {
  expect(identityClaims(['user_id', 'email'], { user: 'u1', email: undefined })).toEqual({ user_id: 'u1' });
});
