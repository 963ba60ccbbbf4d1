import { hookedChannel } from '../hooked';

/** Messages that reach a document from other windows, frames, workers, ports and broadcasts. */
export const postMessage = hookedChannel({
  name: 'post-message',
  sees: 'data of every message to a window, and of every other message that a document’s script reads, whole up to 5,000 values',
  blindTo: 'messages between workers; beyond 5,000 different messages of a document it says that it stopped',
  plant: 'postMessage({ planted: [value] }); await new Promise((done) => setTimeout(done, 20));',
});
