import { defineProduct } from '../../../src/product/define';
import { formPost } from '../../../src/product/sign-in/form-post';
import { accounts, records } from '../shop';

const graphql = (query: string, variables: string) => `{"query":"${query}","variables":${variables}}`;

/** Cookie sessions, a token in each form, integer ids, HTML, GraphQL, and a chat over a web socket. */
export const product = defineProduct({
  name: 'Timberworks (plain server)',
  serve: {
    command: 'node --import tsx selftest/products/plain-server/server.ts',
    ready: /Listening on (?<site_url>http:\/\/\S+)\s/,
  },
  pages: {
    public: ['/'],
    private: ['/orders', '/profile'],
    admin: ['/admin'],
    signIn: '/login',
    records: [{ kind: 'order', path: '/orders/{id}' }],
  },
  signIn: formPost({
    page: '/login',
    sessionCookies: ['sid'],
    csrf: { header: 'x-csrf-token', page: '/profile' },
    alive: { path: '/profile' },
    userId: /data-user="(?<id>\d+)"/,
    signOut: { path: '/logout' },
  }),
  accounts,
  records: [...records],
  reads: [
    { name: 'orders', kind: 'order', path: '/orders' },
    { name: 'an order', kind: 'order', path: '/orders/{id}' },
    { name: 'details of an order', kind: 'order', path: '/orders/{id}/details' },
    { name: 'an order of a customer', kind: 'order', path: '/customers/{user}/orders/{id}' },
    {
      name: 'an order by GraphQL',
      kind: 'order',
      path: '/graphql',
      method: 'POST',
      body: graphql(
        'query($id: ID!) { order(id: $id) { reference note customer { name email phone } } }',
        '{"id":"{id}"}',
      ),
    },
    { name: 'profile', kind: 'profile', path: '/profile' },
    {
      name: 'profile by GraphQL',
      kind: 'profile',
      path: '/graphql',
      method: 'POST',
      body: graphql('{ me { name email phone address } }', '{}'),
    },
    { name: 'a note of the staff', kind: 'internal note', path: '/admin/notes/{id}' },
  ],
  chat: {
    pages: ['/'],
    ask: {
      order: 'Which orders do I have?',
      profile: 'What is my phone number and address?',
      'chat message': 'What did we talk about earlier?',
    },
  },
  limits: { requestsPerSecond: 1_000, chatMessages: 2_000 },
});
