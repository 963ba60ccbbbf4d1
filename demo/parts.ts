import { soundAuth, type AuthParts } from './auth/parts';
import { soundChat, type ChatParts } from './chat/parts';
import { soundHttp, type HttpParts } from './http/parts';
import { soundPages, type PagesParts } from './pages/parts';
import { soundRecords, type RecordsParts } from './records/parts';
import { soundRows, type RowsParts } from './rows/parts';
import { soundStorage, type StorageParts } from './storage/parts';

/** Every decision of the demo that a fault or a look-alike may replace, room by room. */
export interface Parts {
  readonly auth: AuthParts;
  readonly rows: RowsParts;
  readonly storage: StorageParts;
  readonly records: RecordsParts;
  readonly http: HttpParts;
  readonly chat: ChatParts;
  readonly pages: PagesParts;
}

/** The demo as it should be. */
export const soundParts: Parts = {
  auth: soundAuth,
  rows: soundRows,
  storage: soundStorage,
  records: soundRecords,
  http: soundHttp,
  chat: soundChat,
  pages: soundPages,
};
