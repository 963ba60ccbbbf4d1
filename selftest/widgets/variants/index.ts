import type { Variant } from '../variant';
import { botpress } from './botpress';
import { chatbotify } from './chatbotify';
import { deepChatEvents, deepChatSocket, deepChatText } from './deep-chat';
import { flowise } from './flowise';
import { framer } from './framer';
import { n8n } from './n8n';
import { openChatStudio } from './open-chat-studio';
import { closedRoot, foreignFrame, plainLongPolling, plainPolling, plainSocket } from './plain';
import { typebot } from './typebot';

/** Every page that the chat driver has to manage without being told anything about it. */
export const variants: readonly Variant[] = [
  deepChatText,
  deepChatEvents,
  deepChatSocket,
  n8n,
  flowise,
  typebot,
  openChatStudio,
  botpress,
  chatbotify,
  framer,
  foreignFrame,
  closedRoot,
  plainSocket,
  plainPolling,
  plainLongPolling,
];
