import type { Fault } from '../fault';
import { isAtPreview } from '../http/preview';

/** "Only we know that address": drafts are looked at with live data, and nobody has to sign in there. */
export const previewDomainServesRecords: Fault = {
  id: 'preview-domain-serves-records',
  rootCause: 'environments-mixed',
  sentence: 'At the address of its drafts the site serves everybody’s live records to whoever comes.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      reader: async (request, demo) =>
        isAtPreview(request)
          ? { claims: { role: 'service_role' }, userId: null }
          : parts.records.reader(request, demo),
    },
  }),
  caughtBy: ['records'],
};
