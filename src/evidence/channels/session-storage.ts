import { storageChannel } from '../storage';

export const sessionStorageItems = storageChannel('session-storage');
