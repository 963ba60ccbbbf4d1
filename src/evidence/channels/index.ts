import type { Channel } from '../channel';
import { consoleLines } from './console';
import { cookies } from './cookies';
import { dom } from './dom';
import { localStorageItems } from './local-storage';
import { request } from './request';
import { responseBody } from './response-body';
import { responseHeaders } from './response-headers';
import { sessionStorageItems } from './session-storage';
import { shownText } from './shown-text';
import { titleAndUrl } from './title-and-url';
import { webSocket } from './web-socket';

/** All channels. A new one is a file beside these, and a line here. */
export const channels: readonly Channel[] = [
  dom,
  shownText,
  responseBody,
  responseHeaders,
  request,
  webSocket,
  consoleLines,
  cookies,
  localStorageItems,
  sessionStorageItems,
  titleAndUrl,
];
