import { rehearsedChat, type Rehearsal } from '../../visit/rehearsal';
import type { Visitor } from '../../visit/visitor';
import type { Read } from '../../product/types';
import { recorderLimits } from './limits';
import type { Recording } from './record';
import type { Replay } from './replay-of';

/**
 * What a walk would give others to try, at most: as many endpoints as the last run's inventory has, else as many as the
 * recorder's limits allow; each can be asked without its filter, too, and one of them is the chatbot. The pages and
 * requests of the walk itself are its limits as well.
 */
export function rehearsedRecording(keeper: Visitor, { recorded, of }: Rehearsal): Recording {
  const { product } = keeper.stage;
  const limits = recorderLimits(product.demo);
  const sent = of(keeper.name);
  sent.pages += limits.pages;
  sent.requests += limits.asked;
  sent.chatMessages += 1;
  const record = product.records.find(({ owner }) => keeper.viewer.sees.includes(owner));
  const count = Math.min(recorded?.[keeper.name] ?? limits.replayed, limits.replayed);
  const inventory = { recordedAs: keeper.name, pages: [], leftOut: [], endpoints: [] };
  if (!record || count === 0) return { inventory, replays: [] };
  const replays = Array.from({ length: count }, (_, index): Replay => {
    const isChat = index === 0;
    const what = `recorded endpoint ${index + 1}`;
    const path = isChat ? (product.chat.api?.path ?? rehearsedChat) : `/rest/v1/recorded-${index}?of=eq.one`;
    const read: Read = { name: what, kind: record.kind, path, shape: what, rows: !isChat };
    return { what, read, record, headers: {}, isChat };
  });
  return { inventory, replays };
}
