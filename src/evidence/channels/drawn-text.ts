import { hookedChannel } from '../hooked';

/** Text that stands in a picture the page draws by itself: charts, maps, documents. */
export const drawnText = hookedChannel({
  name: 'drawn-text',
  sees: 'texts that a document’s scripts draw on a canvas, piece by piece as they are drawn',
  blindTo: 'letters drawn as shapes or in WebGL, and what workers draw',
  plant: "document.createElement('canvas').getContext('2d').fillText(value, 0, 0);",
});
