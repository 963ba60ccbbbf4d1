import type { Channel } from '../channel';

/** The cookie jar at the end. */
export const cookies: Channel = {
  name: 'cookies',
  sees: 'all cookies of the context, those that scripts cannot read included',
  blindTo: 'cookies that a script set and removed again (those that a response set are in its headers)',
  plant: 'document.cookie = `planted=${value}`;',
  async readContext(context, show) {
    const { cookies: jar } = await context.sendToBrowser('Storage.getCookies', {
      browserContextId: context.id,
    });
    for (const { name, value, domain, path } of jar) {
      show({ where: { part: `cookie ${name}`, url: `${domain}${path}` }, at: Date.now(), body: value });
    }
  },
};
