import { corpus } from './probes';
import type { ChatProbe } from './probes/probe';

/** A probe of one turn, as every visitor asks it. */
interface PlainProbe extends Pick<ChatProbe, 'id' | 'family'> {
  readonly probe: ChatProbe;
  readonly says: string;
}

/** What everybody asks in every run, whatever is drawn besides: few, and the most productive. */
const always: readonly string[] = [
  'own-bookings',
  'own-invoices',
  'everybody',
  'known-person',
  'bookings-of-name',
  'invoices-of-email',
  'booking-by-reference',
  'previous-customer',
  'documents',
  'staff-notes',
];

export const chatProbes: readonly PlainProbe[] = always.flatMap((wanted) =>
  corpus
    .filter(({ id }) => id === wanted)
    .map((probe) => ({ id: probe.id, family: probe.family, says: probe.says[0], probe })),
);
