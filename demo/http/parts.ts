import type { DemoContext } from '../context';
import { soundCache, type CacheParts } from './cache';
import { soundTags, type TagParts } from './tags';

/** What stands between the world and the product. */
export interface HttpParts {
  readonly cache: CacheParts;
  readonly tags: TagParts;
  /** Milliseconds to wait before an answer. */
  readonly delay: (request: Request) => number;
  /** A refusal because there were too many requests, or `null`. */
  readonly throttle: (request: Request) => Response | null;
  /** The path by which a request is routed. */
  readonly path: (path: string) => string;
  /** What the world is told of an error that nobody expected. */
  readonly explain: (error: Error) => object;
  /** Headers that every answer gets on its way out. */
  readonly dress: (request: Request, headers: Headers) => void;
  /** What is told to whoever opens a web socket; `null` where there are none. */
  readonly news: ((demo: DemoContext) => Promise<string>) | null;
}

export const soundHttp: HttpParts = {
  cache: soundCache,
  tags: soundTags,
  delay: () => 0,
  throttle: () => null,
  path: (path) => path,
  explain: () => ({ error: 'internal_error', message: 'Something went wrong on our side.' }),
  dress: () => undefined,
  news: null,
};
