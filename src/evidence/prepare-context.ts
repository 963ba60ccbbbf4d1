import type { BrowserContext } from '@playwright/test';
import type { Channel, Preparing } from './channel';
import { channels as allChannels } from './channels';
import { followPopups } from './popups';

/** Where nobody says which hosts may be asked, only this machine is. */
const thisMachineOnly: Preparing = {
  isWithinReach: ({ hostname }) => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname),
  mayAskAgain: () => Promise.resolve(true),
};

/** Lets the channels put into a context what has to be there before its first page. */
export const prepareContext = async (
  context: BrowserContext,
  preparing: Preparing = thisMachineOnly,
  channels: readonly Channel[] = allChannels,
): Promise<void> => {
  followPopups(context);
  for (const channel of channels) await channel.prepare?.(context, preparing);
};
