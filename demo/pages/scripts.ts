import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from './bundle';

/** In the order in which they are joined: what is needed first stands first. */
const names: readonly string[] = [
  'loading.js',
  'fields.js',
  'format.js',
  'memory.js',
  'conversation.js',
  'transcript.js',
  'leaving.js',
  'session.js',
  'notice.js',
  'chat.js',
  'frame.js',
  'account.js',
  'record.js',
  'sign-in.js',
  'admin.js',
  'main.js',
];

/** Reads a file of `demo/pages/assets`. */
export function asset(name: string): string {
  return readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
}

/** The page's scripts as they are. */
export const soundScripts: readonly Script[] = names.map((name) => ({ name, source: asset(name) }));
