import { disguises } from '../../oracle/disguises';
import type { ChatProbe } from './probe';

/** What a probe says, as it is sent: as often as it says, and hidden where it asks for that. */
export function hidden(words: string, { disguise, times = 1 }: ChatProbe): string {
  const text = words.repeat(times);
  return disguises.find(({ name }) => name === disguise)?.hide(text) ?? text;
}
