import type { OwnedRecord } from '../../src/words';

/** What the products of this folder sell, and to whom: one set of data, in as many shapes as there are products. */
interface Order {
  readonly id: number;
  readonly reference: string;
  readonly title: string;
  readonly note: string;
}

export interface Customer {
  readonly id: number;
  readonly account: 'userA' | 'userB' | 'wrongTenant' | 'admin';
  readonly tenant: string;
  readonly isStaff: boolean;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly orders: readonly Order[];
  /** What was said to the chatbot long ago. */
  readonly said: readonly string[];
  /** What the staff wrote about this customer. */
  readonly internalNote: { readonly id: number; readonly text: string };
}

/** Sells by appointment; none of these people exist. */
export const customers: readonly Customer[] = [
  {
    id: 7,
    account: 'userA',
    tenant: 'north',
    isStaff: false,
    email: 'ottilie.brandvold@nordlys-post.net',
    password: 'tin-kettle-harbour-52',
    name: 'Ottilie Brandvold',
    phone: '+47 22 86 41 73',
    address: '14 Kvernhusgata, 4608 Kristiansand',
    orders: [
      {
        id: 1041,
        reference: 'TW-7QK2-8841',
        title: 'Walnut writing desk',
        note: 'Ring twice, the bell on the left sticks',
      },
      {
        id: 1044,
        reference: 'TW-3MX9-5127',
        title: 'Two cane chairs',
        note: 'Leave them with Gudmund in the bakery',
      },
    ],
    said: ['Could you swap my delivery to the last Thursday of October?'],
    internalNote: { id: 501, text: 'Paid the deposit in coins and asked for three receipts' },
  },
  {
    id: 8,
    account: 'userB',
    tenant: 'north',
    isStaff: false,
    email: 'casimir.oyelaran@quayside-letters.org',
    password: 'plum-ladder-violin-37',
    name: 'Casimir Oyelaran',
    phone: '+44 131 496 0752',
    address: '9 Lamplighter Wynd, Edinburgh EH6 6RQ',
    orders: [
      {
        id: 1042,
        reference: 'TW-9BV4-2263',
        title: 'Oak blanket chest',
        note: 'The staircase turns, bring the short trolley',
      },
    ],
    said: ['Does the blanket chest come with a brass lock after all?'],
    internalNote: { id: 502, text: 'Was promised a discount by Philippa over the telephone' },
  },
  {
    id: 9,
    account: 'wrongTenant',
    tenant: 'south',
    isStaff: false,
    email: 'noor.vandersteen@zuidmolen.nl',
    password: 'slate-orchard-comet-81',
    name: 'Noor Vandersteen',
    phone: '+31 20 794 3318',
    address: 'Molenwerf 231, 3811 Amersfoort',
    orders: [
      {
        id: 1043,
        reference: 'TW-2HN6-9094',
        title: 'Cherry bookcase',
        note: 'Only after four, the twins nap before that',
      },
    ],
    said: ['Can the bookcase be stained as dark as the sample I sent?'],
    internalNote: { id: 503, text: 'Complained about the varnish and was sent a sample tin' },
  },
  {
    id: 2,
    account: 'admin',
    tenant: 'north',
    isStaff: true,
    email: 'philippa.quennell@timberworks-office.net',
    password: 'amber-anvil-meadow-64',
    name: 'Philippa Quennell',
    phone: '+44 131 496 0819',
    address: '2 Sawmill Close, Leith EH6 7BX',
    orders: [],
    said: [],
    internalNote: { id: 504, text: 'Keeps the spare key of the second workshop' },
  },
];

/** The same as a config lists it: whose what is. */
export const records: readonly OwnedRecord[] = customers.flatMap((customer) => [
  {
    owner: customer.account,
    kind: 'profile',
    fields: {
      'full name': customer.name,
      email: customer.email,
      phone: customer.phone,
      address: customer.address,
    },
  },
  ...customer.orders.map(({ id, reference, note }) => ({
    owner: customer.account,
    kind: 'order',
    id: String(id),
    fields: { reference, note },
  })),
  ...customer.said.map((message) => ({ owner: customer.account, kind: 'chat message', fields: { message } })),
  {
    owner: 'staff',
    kind: 'internal note',
    id: String(customer.internalNote.id),
    fields: { text: customer.internalNote.text },
  },
]);

/** What stands in every page of the product that has a project of Supabase's. */
export const publishableKey = 'sb_publishable_timberworks-seasoned-oak';

/** The variables that a person would have put into `.env`. */
export const environment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    customers.flatMap(({ account, email, password }) => [
      [variablesOf(account).emailEnv, email],
      [variablesOf(account).passwordEnv, password],
    ]),
  ),
  SHOP_PUBLISHABLE_KEY: publishableKey,
};

/** Every account with the names of its variables, as a config has them. */
export const accounts = Object.fromEntries(customers.map(({ account }) => [account, variablesOf(account)]));

function variablesOf(account: string) {
  const prefix = `SHOP_${account.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  return { emailEnv: `${prefix}_EMAIL`, passwordEnv: `${prefix}_PASSWORD` };
}
