import type { Channel } from '../channel';
import { placeOf } from '../place';

/** What the visitor's own browser sends: what comes back of it elsewhere may be a mere echo. */
export const request: Channel = {
  name: 'request',
  sees: 'addresses and bodies of all requests, redirects and preflights included, headers that a script gave them, and web socket frames that are sent',
  blindTo:
    'bodies that stream out, uploaded files that the page itself did not read, cookies (see cookies) and credentials in headers',
  plant: "await fetch(location.href, { method: 'POST', body: value });",
  domains: ['Network'],
  watch(target, show) {
    const { requests, awaits } = target.context;
    target.on('Network.requestWillBeSent', ({ requestId, request: sent, wallTime }) => {
      const at = Math.round(wallTime * 1000);
      const url = placeOf(sent.url);
      show({ where: { part: 'address', url }, at, body: sent.url + (sent.urlFragment ?? '') });
      show({ where: { part: 'headers', url }, at, body: ownHeaders(sent.headers) });
      if (sent.postData !== undefined) {
        show({ where: { part: 'body', url }, at, type: typeOf(sent.headers), body: sent.postData });
      } else if (sent.hasPostData === true) {
        const asked = target.send('Network.getRequestPostData', { requestId }).then(
          ({ postData }) =>
            show({ where: { part: 'body', url }, at, type: typeOf(sent.headers), body: postData }),
          // What the visitor sent is no evidence against the product: it is kept to recognise echoes by.
          () => undefined,
        );
        awaits(asked);
      }
    });
    target.on('Network.webSocketCreated', ({ url }) =>
      show({ where: { part: 'address', url: placeOf(url) }, at: Date.now(), body: url }),
    );
    target.on('Network.webSocketFrameSent', ({ requestId, timestamp, response }) => {
      const body = response.opcode === 1 ? response.payloadData : Buffer.from(response.payloadData, 'base64');
      const url = requests.get(requestId)?.url ?? '';
      show({ where: { part: 'web socket frame', url: placeOf(url) }, at: requests.time(timestamp), body });
    });
  },
};

/** Without those of the browser itself, and without what says who asks: each visitor sends its own. */
const ofEveryRequest =
  /^(?:sec-|accept|user-agent|referer|origin|content-|upgrade-|cache-|pragma|priority|range|purpose|if-|authorization|proxy-|cookie|apikey)/i;

const ownHeaders = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .filter(([name]) => !ofEveryRequest.test(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

const typeOf = (headers: Readonly<Record<string, string>>): string => {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
  return found?.[1].split(';')[0]?.trim() ?? '';
};
