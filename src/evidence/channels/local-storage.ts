import { storageChannel } from '../storage';

export const localStorageItems = storageChannel('local-storage');
