import type { Channel } from '../channel';
import { accessibleName } from './accessible-name';
import { blobUrl } from './blob-url';
import { cacheStorage } from './cache-storage';
import { clipboard } from './clipboard';
import { consoleLines } from './console';
import { cookies } from './cookies';
import { dom } from './dom';
import { download } from './download';
import { drawnText } from './drawn-text';
import { fileSystem } from './file-system';
import { indexedDb } from './indexed-db';
import { localStorageItems } from './local-storage';
import { postMessage } from './post-message';
import { printed } from './printed';
import { redirectBody } from './redirect-body';
import { request } from './request';
import { responseBody } from './response-body';
import { responseHeaders } from './response-headers';
import { sessionStorageItems } from './session-storage';
import { shownText } from './shown-text';
import { styleRules } from './style-rules';
import { titleAndUrl } from './title-and-url';
import { webSocket } from './web-socket';

/** All channels. A new one is a file beside these, and a line here. */
export const channels: readonly Channel[] = [
  dom,
  shownText,
  drawnText,
  accessibleName,
  styleRules,
  printed,
  responseBody,
  responseHeaders,
  redirectBody,
  request,
  webSocket,
  postMessage,
  consoleLines,
  cookies,
  localStorageItems,
  sessionStorageItems,
  indexedDb,
  cacheStorage,
  fileSystem,
  download,
  blobUrl,
  clipboard,
  titleAndUrl,
];
