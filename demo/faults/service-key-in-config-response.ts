import type { Fault } from '../fault';
import { withPages } from '../pages/change';

/** The settings of the server, spread into the settings of the page. */
export const serviceKeyInConfigResponse: Fault = {
  id: 'service-key-in-config-response',
  rootCause: 'privileged-key-in-page',
  sentence: 'The settings that the page fetches hold the service role key.',
  change: (parts) => {
    const { config } = parts.pages;
    return withPages(parts, { config: (demo) => ({ ...config(demo), supabaseServiceKey: demo.serviceKey }) });
  },
  caughtBy: ['secrets'],
};
