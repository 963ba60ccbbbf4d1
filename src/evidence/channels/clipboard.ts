import { hookedChannel } from '../hooked';

/** What a page puts on the clipboard, or gives to whoever drags from it. */
export const clipboard = hookedChannel({
  name: 'clipboard',
  sees: 'texts and files that scripts write to the clipboard or put into a copy or drag, text that a person copies',
  blindTo: 'what was on the clipboard before the visit',
  plant: 'await navigator.clipboard.writeText(value).catch(() => undefined);',
});
