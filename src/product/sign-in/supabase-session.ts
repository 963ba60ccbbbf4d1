import * as z from 'zod';
import type { AccountName } from '../../words';
import type { Session } from '../types';
import { notSignedIn } from './errors';

/** What GoTrue's token endpoint answers, as far as it is read here. */
const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_at: z.number().optional(),
  user: z.looseObject({ id: z.string() }),
});

/**
 * The session in what a token endpoint of GoTrue answered.
 *
 * @throws {NotSignedIn} when it is of another shape
 */
export function sessionOf(account: AccountName, json: unknown): Session {
  const answer = tokenAnswer.safeParse(json);
  if (!answer.success) {
    throw notSignedIn(account, 'unexpected-answer', 'the sign-in answered 200 without a session in it');
  }
  const { access_token, refresh_token, user } = answer.data;
  return {
    account,
    userId: user.id,
    accessToken: access_token,
    ...(refresh_token !== undefined && { refreshToken: refresh_token }),
    raw: json,
  };
}
