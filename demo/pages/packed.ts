import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file of the site, with its compressed forms: made when they are first asked for, and kept. */
export interface Packed {
  /** Changes when the content does. */
  readonly hash: string;
  readonly serve: (request: Request, cacheControl: string) => Response;
}

const forever = 'public, max-age=31536000, immutable';

/** Cache header for an address that holds the content's hash, and for one that does not. */
export const cacheControl = { hashed: forever, plain: 'public, max-age=300' } as const;

type Encoding = 'br' | 'gzip' | 'identity';

const encoders: Readonly<Record<Encoding, (body: Uint8Array) => Uint8Array>> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => gzipSync(body, { level: 7 }),
  identity: (body) => body,
};

function encodingFor(request: Request): Encoding {
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (/\bbr\b/u.test(accepted)) return 'br';
  return /\bgzip\b/u.test(accepted) ? 'gzip' : 'identity';
}

/** @param type the media type, with its charset */
export function packed(content: string | Uint8Array, type: string): Packed {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const forms = new Map<Encoding, Uint8Array<ArrayBuffer>>();
  const formOf = (encoding: Encoding): Uint8Array<ArrayBuffer> => {
    const known = forms.get(encoding) ?? new Uint8Array(encoders[encoding](body));
    forms.set(encoding, known);
    return known;
  };
  return {
    hash,
    serve(request, cache) {
      const etag = `"${hash}"`;
      const headers = new Headers({ 'cache-control': cache, etag, vary: 'accept-encoding' });
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
      const encoding = encodingFor(request);
      headers.set('content-type', type);
      if (encoding !== 'identity') headers.set('content-encoding', encoding);
      return new Response(formOf(encoding), { headers });
    },
  };
}
