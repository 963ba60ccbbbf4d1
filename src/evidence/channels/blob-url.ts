import { hookedChannel } from '../hooked';

/** Files that scripts make in the page, to be downloaded or opened by a `blob:` address. */
export const blobUrl = hookedChannel({
  name: 'blob-url',
  sees: 'bytes of every file that a document’s script makes an address for, before anybody opens it',
  blindTo:
    'files that a worker makes (seen when they are loaded), media that is put together piece by piece; files over 8 MB are told of as unreadable',
  plant:
    "URL.createObjectURL(new Blob([value], { type: 'text/csv' })); await new Promise((done) => setTimeout(done, 50));",
});
