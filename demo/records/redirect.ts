import { privately } from '../auth/refusal';

/** Sends a visitor to the sign-in page, and from there to where it wanted to go. */
export function toSignIn(request: Request): Response {
  const next = encodeURIComponent(new URL(request.url).pathname);
  return new Response(null, { status: 302, headers: { ...privately, location: `/sign-in?next=${next}` } });
}
