import type { Fault } from '../fault';

/** The cache does what it is told; nothing tells it that the answer depends on who asks. */
export const varyMissing: Fault = {
  id: 'vary-missing',
  rootCause: 'shared-cache',
  sentence: 'Private answers call themselves public and the same for everybody.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      headers: { 'cache-control': 'public, max-age=60', vary: 'accept-encoding' },
    },
  }),
  caughtBy: ['caching'],
};
