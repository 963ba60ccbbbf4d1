import { readFileSync } from 'node:fs';

/** Browser code: a function that, called on a value, writes the whole of it as JSON within bounds. */
export const inFull = readFileSync(new URL('./value-in-full.js', import.meta.url), 'utf8');
