import { describe, expect, test } from 'vitest';
import type { Exhibit, Finding } from '../../words';
import { findSecrets } from './index';

/** Random-looking, and made when the test runs: nothing in this file may look like a key to a scanner. */
const random = (length: number, alphabet = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYzC'): string =>
  Array.from({ length }, (_, index) => alphabet[(index * index * 7 + index * 13 + 5) % alphabet.length]).join(
    '',
  );
const hex = (length: number): string => random(length, '0f1e2d3c4b5a6978');
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwt = (claims: object): string =>
  `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}.${random(43)}`;
const serviceKey = jwt({ iss: 'supabase', ref: 'abcdefghijkl', role: 'service_role', iat: 1, exp: 2 });
const anonKey = jwt({ iss: 'supabase', ref: 'abcdefghijkl', role: 'anon', iat: 1, exp: 2 });
const session = (sub: string): string => jwt({ sub, role: 'authenticated', exp: 99 });

const exhibit = (body: Exhibit['body']): Exhibit => ({
  channel: 'response-body',
  where: { part: 'body' },
  at: 1,
  body,
});
const find = (body: Exhibit['body'], own: readonly string[] = []): Promise<Finding[]> =>
  findSecrets([exhibit(body)], { name: 'userB', sees: ['userB'] }, 'k', own);
const rulesIn = async (body: string, own: readonly string[] = []): Promise<readonly string[]> =>
  (await find(body, own)).map(({ rule }) => rule);

describe('a secret is found', () => {
  test.each([
    ['service-key', serviceKey],
    ['service-key', `sb_${'secret'}_${random(32)}`],
    ['platform-token', `sbp_${hex(40)}`],
    ['payment-key', `sk_${'live'}_${random(24)}`],
    ['webhook-secret', `wh${'sec'}_${random(32)}`],
    ['model-key', `sk-${'proj'}-${random(48)}`],
    ['model-key', `sk-${random(48)}`],
    ['model-key', `sk-${'ant'}-api03-${random(93)}AA`],
    ['webhook-url', `https://hook.eu1.${'make'}.com/${random(32, 'abc7def8ghi9')}`],
    ['webhook-url', `https://hooks.${'zapier'}.com/hooks/catch/8123456/b9k2xq7`],
    ['webhook-url', `https://flows.shop.test/webhook/${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`],
    ['webhook-url', `https://${'discord'}.com/api/webhooks/112233445566778899/${random(60)}`],
    ['webhook-url', `https://hooks.${'slack'}.com/services/T0A1B2C3D/B0Z9Y8X7W/${random(24)}`],
    ['basic-auth-url', `https://staff:${'hunter'}22kx@intern.shop.test/`],
    ['database-url', `postgres://app:${random(14)}@db.shop.test:5432/x`],
    [
      'private-key',
      `-----BEGIN ${'PRIVATE'} KEY-----\n${random(64)}\n${random(64)}\n-----END ${'PRIVATE'} KEY-----`,
    ],
    ['cloud-key', `AK${'IA'}${random(16, 'QWERTYUIOPASDFGHJK234567')}`],
    ['platform-token', `gh${'p'}_${random(36)}`],
    ['session-token', session('somebody-else')],
  ])('%s', async (rule, secret) => {
    const scripts = [`const key = "${secret}";`, JSON.stringify({ a: [`x ${secret}`] })];
    for (const script of scripts) expect(await rulesIn(script)).toEqual([rule]);
    const middle = Math.floor(secret.length / 2);
    const [head, tail] = [secret.slice(0, middle), secret.slice(middle)];
    if (!secret.includes('\n')) {
      expect(await rulesIn(`k = '${head}' + "${tail}"`)).toEqual([rule]);
      expect(await rulesIn(`k = ["${head}", '${tail}'].join('')`)).toEqual([rule]);
    }
    const map = JSON.stringify({
      version: 3,
      sources: ['a.ts', 'b.ts'],
      sourcesContent: ['let a = 1', scripts[0]],
    });
    expect(await rulesIn(map)).toEqual([rule]);
    const inline = `run();\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
    expect(await rulesIn(inline)).toEqual([rule]);
  });

  test('as critical, with its place, and without itself', async () => {
    const [finding] = await find(`{"sourcesContent":[null,${JSON.stringify(`k="${serviceKey}"`)}]}`);
    expect(finding).toMatchObject({ rule: 'service-key', severity: 'critical', owner: null });
    expect(JSON.stringify(finding)).not.toContain(serviceKey.slice(20, 40));
  });
});

describe('what may be in a page is silent', () => {
  test.each([
    ['anon key', anonKey],
    ['publishable Stripe key', `pk_${'live'}_${random(40)}`],
    ['publishable Supabase key', `sb_${'publishable'}_${random(32)}`],
    ['Firebase web key', `AI${'za'}Sy${random(33)}`],
    ['Mapbox public token', `pk.${encoded({ u: 'someone', a: 'ck' })}.${random(22)}`],
    [
      'documentation',
      'https://user:password@host.test sk-your-key-goes-here-xxxxxxxxxxxxxxxx postgres://user:pass@localhost',
    ],
    ['classes and ids', 'sk-fading-circle sk-cube-grid 8d7f4a52-0b1c-4d8e-9b1f-55f1c9a0e771'],
    ['templates', 'https://${user}:${password}@host.test'],
  ])('%s', async (_, text) => {
    expect(await rulesIn(`<script>const a = "${text}"</script>`)).toEqual([]);
  });

  test("the viewer's own session, also when it was renewed", async () => {
    expect(await rulesIn(session('me'), [session('me')])).toEqual([]);
    expect(await rulesIn(jwt({ sub: 'me', role: 'authenticated', exp: 100 }), [session('me')])).toEqual([]);
    expect(await rulesIn(jwt({ sub: 'me', role: 'service_role', exp: 100 }), [session('me')])).toEqual([
      'service-key',
    ]);
  });
});
