import type { BrowserContext } from '@playwright/test';
import { channels } from './channels';
import { followPopups } from './popups';

/** Lets the channels put into a context what has to be there before its first page. */
export const prepareContext = async (context: BrowserContext): Promise<void> => {
  followPopups(context);
  for (const channel of channels) await channel.prepare?.(context);
};
