import type { Lookalike } from '../fault';
import { isAtPreview } from '../http/preview';

const samples = {
  bookings: [{ reference: 'HL-SAMPLE', title: 'Evening keelboat sail', note: 'A booking that nobody made.' }],
  total: 1,
};

/** Drafts have something to show, too. */
export const previewWithSamples: Lookalike = {
  id: 'preview-with-samples',
  resembles: 'environments-mixed',
  sentence: 'At the address of its drafts the site shows made-up records to whoever is not signed in.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      signInFirst: (request) =>
        isAtPreview(request) ? Response.json(samples) : parts.records.signInFirst(request),
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
