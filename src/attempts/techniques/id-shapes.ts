import type { ApiRequest } from '../../product/api';
import { requestOf, shapeOf } from './replay';
import type { Subject, Technique } from './technique';

/**
 * The same record by another spelling of its address or its id: a guard is mostly written for one of them, and what
 * answers takes more.
 */
export const idShapes: Technique = {
  id: 'id-shapes',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const { read } = subject;
    const request = requestOf(subject);
    if (!request || read.rows || !`${read.path}${read.body ?? ''}`.includes('{id}')) return;
    for (const { how, shaped } of [
      ...inPath(request, subject),
      ...inQuery(request, subject),
      ...inBody(request, subject),
    ]) {
      yield { what: `${shapeOf(read)} ${how}`, request: shaped, asked: 'endpoint', isGuess: true };
    }
  },
};

interface Shape {
  readonly how: string;
  readonly shaped: ApiRequest;
}

function inPath(request: ApiRequest, { read, record }: Subject): readonly Shape[] {
  const [path = '', ...query] = request.path.split('?');
  if (!read.path.split('?')[0]?.includes('{id}')) return [];
  const whole = (changed: string) => ({ ...request, path: [changed, ...query].join('?') });
  const id = encodeURIComponent(record.id ?? '');
  const shapes = [
    { how: 'with a slash at its end', path: `${path}/` },
    { how: 'with .json at its end', path: `${path}.json` },
    { how: 'with a space after its id', path: path.replace(id, `${id}%20`) },
    { how: 'with its id in the other case', path: path.replace(id, otherCase(id)) },
  ];
  return shapes
    .filter((shape) => shape.path !== path)
    .map(({ how, path: changed }) => ({ how, shaped: whole(changed) }));
}

/** `id=7` as the list that many frameworks read `id[]=7` for. */
function inQuery(request: ApiRequest, { read }: Subject): readonly Shape[] {
  const name = /[?&]([^=&]+)=\{id\}/.exec(read.path)?.[1];
  if (name === undefined) return [];
  const [path = '', query = ''] = request.path.split('?');
  const listed = query.replace(`${name}=`, `${name}[]=`);
  return [{ how: 'with its id as a list', shaped: { ...request, path: `${path}?${listed}` } }];
}

/** Values of other types for the id of a JSON body: a comparison of texts does not know them. */
function inBody(request: ApiRequest, { read, record: { id = '' } }: Subject): readonly Shape[] {
  const { body } = request;
  if (typeof body !== 'string' || !read.body?.includes('"{id}"')) return [];
  const values: readonly (readonly [string, unknown])[] = [
    ['as a list', [id]],
    ['in an object', { id }],
    ['with a space after it', `${id} `],
    ...(/^\d+$/.test(id) ? [['as a number', Number(id)] as const] : []),
  ];
  return values.map(([how, value]) => ({
    how: `with its id ${how}`,
    shaped: { ...request, body: body.replaceAll(JSON.stringify(id), JSON.stringify(value)) },
  }));
}

function otherCase(id: string): string {
  return id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase();
}
