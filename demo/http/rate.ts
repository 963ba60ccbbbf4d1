import { privateData } from './careless';

/** Tells, request by request, whether a caller has asked for data more than `limit` times within `span` ms. */
export function moreThan(limit: number, span: number): (request: Request) => boolean {
  const asked = new Map<string, readonly number[]>();
  return (request) => {
    if (!privateData(request)) return false;
    const who = request.headers.get('authorization') ?? 'nobody';
    const times = [...(asked.get(who) ?? []), Date.now()].filter((time) => Date.now() - time < span);
    asked.set(who, times);
    return times.length > limit;
  };
}

/** "Not now", as a gateway says it. */
export function putOff(): Response {
  const headers = { 'retry-after': '30', 'cache-control': 'no-store' };
  return Response.json(
    { error: 'too_many_requests', message: 'Please try again later.' },
    { status: 429, headers },
  );
}
