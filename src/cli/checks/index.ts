import { accounts } from './accounts';
import { admin } from './admin';
import { chat } from './chat';
import type { Check } from './check';
import { clocks } from './clocks';
import { differ } from './differ';
import { folders } from './folders';
import { learned } from './learned';
import { pages } from './pages';
import { rate } from './rate';
import { reachable } from './reachable';
import { reads } from './reads';
import { testAccounts } from './test-accounts';

/** In the order in which they are asked: a later one may need what an earlier one looks at. */
export const checks: readonly Check[] = [
  folders,
  testAccounts,
  reachable,
  clocks,
  accounts,
  differ,
  learned,
  reads,
  admin,
  pages,
  chat,
  rate,
];
