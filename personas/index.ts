import type { Persona } from '../src/words';
import { admin } from './admin';
import { expiredSession } from './expired-session';
import { forgedToken } from './forged-token';
import { loggedOut } from './logged-out';
import { mobile } from './mobile';
import { otherAudience } from './other-audience';
import { otherProject } from './other-project';
import { publishableKey } from './publishable-key';
import { selfPromoted } from './self-promoted';
import { signedOut } from './signed-out';
import { slowNetwork } from './slow-network';
import { userA } from './user-a';
import { userB } from './user-b';
import { wrongTenant } from './wrong-tenant';

/** Everybody who visits, by the name that a test asks for. */
export const personas = {
  loggedOut,
  userA,
  userB,
  wrongTenant,
  expiredSession,
  forgedToken,
  signedOut,
  otherAudience,
  otherProject,
  publishableKey,
  selfPromoted,
  mobile,
  slowNetwork,
  admin,
} as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof personas;
