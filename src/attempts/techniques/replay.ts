import type { ApiRequest } from '../../product/api';
import type { Read } from '../../product/types';
import { absentIdLike } from '../absent-id';
import { filled } from '../filled';
import { takes } from './takes';
import type { Subject, Technique } from './technique';

/** The owner's identifiers stay, the viewer's credentials carry them: the plainest broken authorisation there is. */
export const replay: Technique = {
  id: 'replay',
  rootCauses: ['missing-row-rules', 'broad-policy', 'client-chosen-identity', 'session-not-checked'],
  *tries(subject) {
    const { read } = subject;
    const request = requestOf(subject);
    if (!request) return;
    const absent = absentOf(subject);
    yield {
      what: shapeOf(read),
      request,
      asked: read.rows ? 'rows' : 'endpoint',
      ...(absent && { absent }),
    };
  },
};

function absentOf(subject: Subject): ApiRequest | undefined {
  const { record, read } = subject;
  if (record.id === undefined || !takes(read, 'id')) return undefined;
  return requestOf({ ...subject, record: { ...record, id: absentIdLike(record.id) } });
}

/** The request that reads this very record; `undefined` when the read needs an identifier that there is none of. */
export function requestOf({ read, record, user }: Subject): ApiRequest | undefined {
  const lacksId = takes(read, 'id') && record.id === undefined;
  const lacksUser = takes(read, 'user') && user === undefined;
  if (lacksId || lacksUser) return undefined;
  const values = { id: record.id ?? '', user: user ?? '' };
  return {
    method: read.method ?? 'GET',
    path: filled(read.path, values, encodeURIComponent),
    ...(read.body !== undefined && { body: filled(read.body, values, inJson), headers: json }),
  };
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Every body of a read is JSON; who is not told so may take it for a form. */
const json = { 'content-type': 'application/json' } as const;

/** The same request with more headers than it has. */
export function withHeaders(request: ApiRequest, headers: Readonly<Record<string, string>>): ApiRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** The same request with more said in its query; `said` are `name=value`, encoded. */
export function withQuery(request: ApiRequest, said: readonly string[]): ApiRequest {
  const joint = request.path.includes('?') ? '&' : '?';
  return { ...request, path: `${request.path}${joint}${said.join('&')}` };
}

/** How a read is called in reports: its method and its path with the placeholders in it. */
export function shapeOf(read: Read): string {
  return read.shape ?? `${read.method ?? 'GET'} ${read.path}`;
}
