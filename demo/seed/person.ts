import type { PersonName } from './ids';

/** A moment as PostgreSQL reads it: `2025-06-01T10:00:00Z`. */
type Moment = string;

export interface BookingSeed {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Moment;
  readonly guests: number;
  readonly status: 'confirmed' | 'completed';
  readonly note: string;
  readonly createdAt: Moment;
}

export interface InvoiceSeed {
  readonly id: string;
  readonly bookingId: string;
  readonly number: string;
  readonly paymentReference: string;
  readonly amountCents: number;
  readonly status: 'open' | 'paid' | 'overdue';
  readonly issuedOn: string;
  readonly createdAt: Moment;
}

export interface MessageSeed {
  readonly id: string;
  readonly author: 'customer' | 'assistant';
  readonly text: string;
  readonly createdAt: Moment;
}

export interface NoteSeed {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Moment;
}

export interface PaperSeed {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** Everything that the demo knows of one person. */
export interface Person {
  readonly key: PersonName;
  readonly userId: string;
  readonly tenant: 'one' | 'two';
  readonly role: 'customer' | 'admin';
  readonly joinedAt: Moment;
  readonly profileId: string;
  readonly firstName: string;
  readonly fullName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly city: string;
  readonly password: string;
  readonly conversationId: string;
  readonly bookings: readonly BookingSeed[];
  readonly invoices: readonly InvoiceSeed[];
  readonly messages: readonly MessageSeed[];
  /** What the staff wrote about this person. */
  readonly notes: readonly NoteSeed[];
  /** Papers that the chatbot may look up for this person. */
  readonly papers: readonly PaperSeed[];
}
