import { isStartedWith } from '../fault';
import type { faults } from './faults';

/** Whether this site was started with a fault of its own. */
export function hasFault(id: (typeof faults)[number]['id']): boolean {
  return isStartedWith(id);
}
