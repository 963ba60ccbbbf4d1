import type { Channel } from '../channel';
import { placeOf } from '../place';

/** Frames that come in over any WebSocket. (Those that go out belong to the channel `request`.) */
export const webSocket: Channel = {
  name: 'web-socket',
  sees: 'every frame that a web socket of a page, an iframe or a worker receives',
  blindTo: 'the first frames of a popup and of a shared worker, WebRTC, WebTransport',
  plant:
    "await new Promise((done) => { new WebSocket(give('socket').replace('http', 'ws')).onmessage = done; });",
  domains: ['Network'],
  watch(target, show) {
    const { requests } = target.context;
    target.on('Network.webSocketFrameReceived', ({ requestId, timestamp, response }) => {
      const body = response.opcode === 1 ? response.payloadData : Buffer.from(response.payloadData, 'base64');
      const url = requests.get(requestId)?.url ?? '';
      show({ where: { part: 'frame', url: placeOf(url) }, at: requests.time(timestamp), body });
    });
  },
};
