import { createApi } from '../../product/api';
import { type Check, fine } from './check';

/** Seconds between the clocks from which on a session that is good here may have run out there. */
const most = 30;

/** Whether the clock of this machine and the server's agree: sessions are told good or ended by it. */
export const clocks: Check = {
  id: 'clocks',
  asks: 'do the clocks agree?',
  async run({ product, stage }) {
    const api = createApi({ product, politeness: stage.politeness, headers: {}, show: () => undefined });
    try {
      const began = Date.now();
      const answer = await api.send({ path: product.pages.public[0] ?? '/' });
      const header = answer.failed === undefined ? answer.headers['date'] : undefined;
      if (header === undefined || Number.isNaN(Date.parse(header)))
        return [fine('the server does not tell its time (no Date header)')];
      // The header counts whole seconds, and was written at some time between asking and hearing.
      const here = (began + Date.now()) / 2;
      const skew = Math.round(Math.abs(here - Date.parse(header) - 500) / 1000);
      if (skew <= most) return [fine(`this machine and the server are ${skew} s apart`)];
      const next = 'set the clock of this machine (NTP), or look at who caches the page';
      return [{ is: 'wrong', what: `this machine and the server are ${skew} s apart`, next }];
    } finally {
      await api.close();
    }
  },
};
