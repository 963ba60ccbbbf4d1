import { anonKey } from './auth/keys';
import { accessTokenLife } from './auth/token';
import { company } from './company';
import { people } from './seed/people';
import type { Person } from './seed/person';
import { sessionMade, type MadeSession } from './seed/session';

/** The demo's people whom somebody plays. */
export const demoAccounts = ['userA', 'userB', 'wrongTenant', 'admin'] as const;
export type DemoAccount = (typeof demoAccounts)[number];

/** A record of the demo, in the shape that the suite's config takes. */
export interface DemoRecord {
  readonly owner: string;
  readonly kind: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

const environmentNames: Readonly<Record<DemoAccount, string>> = {
  userA: 'DEMO_USER_A',
  userB: 'DEMO_USER_B',
  wrongTenant: 'DEMO_WRONG_TENANT',
  admin: 'DEMO_ADMIN',
};

function personOf(account: DemoAccount): Person {
  const person = people.find(({ key }) => key === account);
  if (person === undefined) throw new Error(`demo/seed/people.ts has nobody called '${account}'`);
  return person;
}

/** What `.env` holds for an attached product: credentials of each account, and the publishable key. */
export const demoEnvironment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    demoAccounts.flatMap((account) => {
      const { email, password } = personOf(account);
      const name = environmentNames[account];
      return [
        [`${name}_EMAIL`, email],
        [`${name}_PASSWORD`, password],
      ];
    }),
  ),
  DEMO_ANON_KEY: anonKey,
};

/** The user id of each account, for the addresses of lists. */
export const demoUserIds: Readonly<Record<DemoAccount, string>> = {
  userA: personOf('userA').userId,
  userB: personOf('userB').userId,
  wrongTenant: personOf('wrongTenant').userId,
  admin: personOf('admin').userId,
};

function profileRecord(owner: DemoAccount, person: Person): DemoRecord {
  const { profileId: id, fullName, email, phone, address } = person;
  return { owner, kind: 'profile', id, fields: { 'full name': fullName, email, phone, address } };
}

function ownRecords(owner: DemoAccount): readonly DemoRecord[] {
  const person = personOf(owner);
  return [
    profileRecord(owner, person),
    ...person.bookings.map(({ id, reference, note }) => ({
      owner,
      kind: 'booking',
      id,
      fields: { reference, note },
    })),
    ...person.invoices.map(({ id, number, paymentReference }) => ({
      owner,
      kind: 'invoice',
      id,
      fields: { 'invoice number': number, 'payment reference': paymentReference },
    })),
    ...person.messages.map(({ id, text }) => ({ owner, kind: 'chat message', id, fields: { text } })),
  ];
}

/** Notes about the people of one tenant belong to its staff. */
function noteRecords(tenant: Person['tenant'], owner: string): readonly DemoRecord[] {
  return people
    .filter((person) => person.tenant === tenant)
    .flatMap((person) =>
      person.notes.map(({ id, text }) => ({ owner, kind: 'internal note', id, fields: { text } })),
    );
}

/** Everything private that the suite watches for. Titles, places and dates are the same for many, and not in it. */
export const demoRecords: readonly DemoRecord[] = [
  ...demoAccounts.flatMap(ownRecords),
  ...noteRecords('one', 'staff'),
  ...noteRecords('two', 'otherStaff'),
];

/** Contact details that are on every page. */
export const demoPublic: readonly string[] = [
  company.name,
  company.supportEmail,
  company.supportPhone,
  company.address,
];

function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * A session of which only the time is wrong: really signed, its session still open, past its end by two hours.
 * Shape of the token endpoint's answer.
 */
export function demoExpiredSession(account: DemoAccount): Promise<MadeSession> {
  return sessionMade(personOf(account), secondsNow() - accessTokenLife - 7200);
}

/** A session of which only the audience is wrong: a token that the same company signed for its newsletter. */
export function demoOtherAudienceSession(account: DemoAccount): Promise<MadeSession> {
  return sessionMade(personOf(account), secondsNow(), { audience: 'newsletter' });
}

/** A session of which only the issuer is wrong: staging was set up with the same signing key. */
export function demoOtherProjectSession(account: DemoAccount): Promise<MadeSession> {
  return sessionMade(personOf(account), secondsNow(), { issuer: 'supabase-staging' });
}
