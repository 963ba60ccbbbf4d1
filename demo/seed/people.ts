import type { Faker } from '@faker-js/faker';
// All seventy languages take five times as long to load, in every process of every run.
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { userIds, type PersonName } from './ids';
import type { BookingSeed, InvoiceSeed, MessageSeed, NoteSeed, PaperSeed, Person } from './person';
import { bookingNotes, conversation, staffNotes } from './sentences';
import { bookingReference, invoiceNumber, mailDomain, mobileNumber, paymentReference } from './values';

interface Recipe {
  readonly key: PersonName;
  readonly tenant: Person['tenant'];
  readonly role: Person['role'];
  readonly country: 'NL' | 'DE';
  /** Each person has a seed of its own, so that a change of one leaves the others as they are. */
  readonly seed: number;
}

const recipes: readonly Recipe[] = [
  { key: 'userA', tenant: 'one', role: 'customer', country: 'NL', seed: 1301 },
  { key: 'userB', tenant: 'one', role: 'customer', country: 'NL', seed: 2203 },
  { key: 'admin', tenant: 'one', role: 'admin', country: 'NL', seed: 3407 },
  { key: 'neighbour', tenant: 'one', role: 'customer', country: 'DE', seed: 4513 },
  { key: 'stranger', tenant: 'one', role: 'customer', country: 'NL', seed: 5623 },
  { key: 'wrongTenant', tenant: 'two', role: 'customer', country: 'DE', seed: 6733 },
  { key: 'otherAdmin', tenant: 'two', role: 'admin', country: 'DE', seed: 7841 },
];

const trips = [
  { title: 'Evening keelboat sail', place: 'North pontoon', guests: 4, cents: 18_900 },
  { title: 'Beginner sailing course', place: 'Training basin', guests: 1, cents: 34_500 },
  { title: 'Weekend berth', place: 'East quay', guests: 2, cents: 9_600 },
] as const;

/** When the rows were made: the first one long ago, for rules that forget old rows. */
const made = [
  { created: '2023-05-04T08:12:00Z', starts: '2023-06-17T16:00:00Z', issued: '2023-05-05', year: 2023 },
  { created: '2025-03-11T13:40:00Z', starts: '2027-05-22T09:30:00Z', issued: '2025-03-12', year: 2025 },
  { created: '2025-09-02T18:05:00Z', starts: '2027-07-09T14:00:00Z', issued: '2025-09-03', year: 2025 },
] as const;

function uuid(faker: Faker): string {
  return faker.string.uuid();
}

function bookingsOf(faker: Faker, prefix: string): readonly BookingSeed[] {
  const notes = bookingNotes(faker);
  return made.map((when, index) => {
    const trip = trips[index % trips.length] ?? trips[0];
    return {
      id: uuid(faker),
      reference: bookingReference(faker, prefix),
      title: trip.title,
      place: trip.place,
      startsAt: when.starts,
      guests: trip.guests,
      status: index === 0 ? 'completed' : 'confirmed',
      note: notes[index] ?? notes[0],
      createdAt: when.created,
    };
  });
}

function invoicesOf(faker: Faker, prefix: string, bookings: readonly BookingSeed[]): readonly InvoiceSeed[] {
  const statuses = ['paid', 'paid', 'open'] as const;
  return bookings.map((booking, index) => {
    const when = made[index] ?? made[0];
    return {
      id: uuid(faker),
      bookingId: booking.id,
      number: invoiceNumber(faker, prefix, when.year),
      paymentReference: paymentReference(faker),
      amountCents: (trips[index] ?? trips[0]).cents,
      status: statuses[index] ?? 'open',
      issuedOn: when.issued,
      createdAt: when.created,
    };
  });
}

function messagesOf(faker: Faker, reference: string): readonly MessageSeed[] {
  return conversation(faker, reference).map((text, index) => ({
    id: uuid(faker),
    author: index % 2 === 0 ? 'customer' : 'assistant',
    text,
    createdAt: `2025-10-1${index}T09:2${index}:00Z`,
  }));
}

function notesOf(faker: Faker): readonly NoteSeed[] {
  return staffNotes(faker).map((text, index) => ({
    id: uuid(faker),
    text,
    createdAt: `2025-11-0${index + 3}T07:45:00Z`,
  }));
}

function papersOf(faker: Faker, name: string, booking: BookingSeed | undefined): readonly PaperSeed[] {
  if (booking === undefined) return [];
  return [
    {
      id: uuid(faker),
      title: `Boarding paper of ${name}`,
      body: `Boarding paper for booking ${booking.reference}. ${booking.note}. Gate word: ${faker.word.adjective({ length: 9 })}.`,
    },
  ];
}

function personOf({ key, tenant, role, country, seed }: Recipe, order: number): Person {
  const faker = english;
  const local = country === 'NL' ? dutch : german;
  faker.seed(seed);
  local.seed(seed);
  const prefix = tenant === 'one' ? 'HL' : 'NK';
  const [firstName, lastName] = [local.person.firstName(), local.person.lastName()];
  const fullName = `${firstName} ${lastName}`;
  const mailbox = faker.helpers
    .slugify(fullName.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .replaceAll('-', '.');
  const city = local.location.city();
  const bookings = bookingsOf(faker, prefix);
  return {
    key,
    userId: userIds[key],
    tenant,
    role,
    joinedAt: `2023-04-${10 + order}T10:00:00Z`,
    profileId: uuid(faker),
    firstName,
    fullName,
    email: `${mailbox.toLowerCase()}@${mailDomain(faker)}`,
    phone: mobileNumber(faker, country),
    address: `${local.location.streetAddress()}, ${local.location.zipCode()} ${city}`,
    city,
    password: `${faker.internet.password({ length: 18, memorable: false, pattern: /[\w-]/ })}aA7`,
    conversationId: uuid(faker),
    bookings,
    invoices: invoicesOf(faker, prefix, bookings),
    messages: messagesOf(faker, bookings.at(-1)?.reference ?? ''),
    notes: notesOf(faker),
    papers: papersOf(faker, fullName, bookings.at(-1)),
  };
}

/** Everybody in the demo, the same on every machine: the generator is seeded and its version is pinned. */
export const people: readonly Person[] = recipes.map(personOf);
