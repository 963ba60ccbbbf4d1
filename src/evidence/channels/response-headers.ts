import type { Channel } from '../channel';
import { placeOf } from '../place';

type Headers = Readonly<Record<string, string>>;

/** Header lines as they came over the network: with `set-cookie`, and of each hop of a redirect. */
export const responseHeaders: Channel = {
  name: 'response-headers',
  sees: 'status and headers of all responses, redirects and web socket handshakes included',
  blindTo: 'trailers, early hints',
  plant: "await fetch(give('header'));",
  domains: ['Network'],
  watch(target, show) {
    const { requests } = target.context;
    const tell = (requestId: string, at: number, status: string, headers: Headers, url?: string) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      const body = [status, ...lines].join('\n').trim();
      if (body === '') return;
      requests.whenKnown(requestId, (request) =>
        show({ where: { part: 'headers', url: placeOf(url ?? request?.url ?? '') }, at, body }),
      );
    };
    target.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headers }) =>
      tell(requestId, Date.now(), `${statusCode}`, headers),
    );
    target.on(
      'Network.requestWillBeSent',
      ({ requestId, timestamp, redirectResponse, redirectHasExtraInfo }) => {
        if (!redirectResponse || redirectHasExtraInfo) return;
        const { status, statusText, headers, url } = redirectResponse;
        tell(requestId, requests.time(timestamp), `${status} ${statusText}`, headers, url);
      },
    );
    target.on('Network.responseReceived', ({ requestId, timestamp, response, hasExtraInfo }) => {
      const { status, statusText, headers, url } = response;
      tell(requestId, requests.time(timestamp), `${status} ${statusText}`, hasExtraInfo ? {} : headers, url);
    });
    target.on('Network.webSocketHandshakeResponseReceived', ({ requestId, timestamp, response }) =>
      tell(
        requestId,
        requests.time(timestamp),
        `${response.status} ${response.statusText}`,
        response.headers,
      ),
    );
  },
};
