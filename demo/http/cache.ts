/** What a cache keeps of an answer. */
interface Kept {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly at: number;
  /** Milliseconds. */
  readonly life: number;
}

/** How the content delivery network in front of the product decides. */
export interface CacheParts {
  /** Milliseconds for which an answer may be given to others; 0 to keep nothing. */
  readonly life: (request: Request, answer: Response) => number;
  /** What makes two requests the same. */
  readonly key: (request: Request, vary: string) => string;
  /** How the answer says whether it came from the cache. */
  readonly label: (state: 'HIT' | 'MISS', ageSeconds: number) => Readonly<Record<string, string>>;
}

function directive(header: string, name: string): number | null {
  const seconds = new RegExp(`(?:^|[\\s,])${name}=(\\d+)`).exec(header)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/** What the answer itself allows a shared cache, by RFC 9111: only what says `public` and for how long. */
function allowedLife(answer: Response): number {
  const header = answer.headers.get('cache-control') ?? '';
  const open = /(?:^|[\s,])public(?:$|[\s,])/.test(header) && !/no-store|private/.test(header);
  if (!open || answer.status !== 200 || answer.headers.has('set-cookie')) return 0;
  return directive(header, 's-maxage') ?? directive(header, 'max-age') ?? 0;
}

/** Address and, for each header that the answer names in `Vary`, its value. */
function addressAndVary(request: Request, vary: string): string {
  const names = vary.split(',').map((name) => name.trim().toLowerCase());
  return [
    request.url,
    ...names.map((name) => (name === '' ? '' : `${name}=${request.headers.get(name) ?? ''}`)),
  ].join('\n');
}

export const soundCache: CacheParts = {
  life: (_request, answer) => allowedLife(answer),
  key: addressAndVary,
  label: (state) => ({ 'x-cache': state }),
};

export type Answerer = (request: Request) => Promise<Response>;

function labelled(answer: Response, label: Readonly<Record<string, string>>): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(label)) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
}

/** A small content delivery network in front of an origin; what it keeps lives as long as the demo. */
export function cached(parts: CacheParts, origin: Answerer): Answerer {
  const kept = new Map<string, Kept>();
  const varies = new Map<string, string>();
  const keyOf = (request: Request) => parts.key(request, varies.get(request.url) ?? '');

  const keep = async (request: Request, answer: Response, life: number): Promise<Response> => {
    varies.set(request.url, answer.headers.get('vary') ?? '');
    const body = new Uint8Array(await answer.arrayBuffer());
    kept.set(keyOf(request), {
      status: answer.status,
      headers: [...answer.headers],
      body,
      at: Date.now(),
      life,
    });
    return labelled(new Response(body, answer), parts.label('MISS', 0));
  };

  return async (request) => {
    if (request.method !== 'GET') return origin(request);
    const hit = kept.get(keyOf(request));
    if (hit !== undefined && Date.now() - hit.at < hit.life) {
      const answer = new Response(hit.body, {
        status: hit.status,
        headers: hit.headers.map(([name, value]) => [name, value]),
      });
      return labelled(answer, parts.label('HIT', Math.floor((Date.now() - hit.at) / 1000)));
    }
    const answer = await origin(request);
    const life = parts.life(request, answer);
    return life === 0 ? answer : keep(request, answer, life);
  };
}
