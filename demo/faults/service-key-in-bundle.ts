import type { Fault } from '../fault';
import { withPages } from '../pages/change';

/** A server module was imported by a client module, and the build took its key along. */
export const serviceKeyInBundle: Fault = {
  id: 'service-key-in-bundle',
  rootCause: 'privileged-key-in-page',
  sentence: 'The published script holds the service role key.',
  change: (parts) => {
    const { published } = parts.pages;
    return withPages(parts, {
      published: (code, demo) =>
        published(`${code}var adminClient={url:"/rest/v1",headers:{apikey:"${demo.serviceKey}"}};\n`, demo),
    });
  },
  caughtBy: ['secrets'],
};
