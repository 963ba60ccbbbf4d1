import * as z from 'zod';
import type { ApiRequest } from '../../product/api';
import { requestOf, shapeOf } from './replay';
import type { Technique } from './technique';

/** What hangs on a customer's record in many schemas, and is mostly guarded one level higher than it should be. */
const morePeople = ['owner', 'user', 'customer', 'account', 'profile'] as const;
const moreTexts = ['notes', 'internalNotes', 'internal_notes', 'email', 'phone'] as const;

/**
 * A GraphQL query (a read whose body holds `query`) asked for more than the page did: without its arguments, without
 * its variables, with fields that the schema may have, in a batch and by GET. That ids are swapped is the business of
 * `replay`, and of `id-shapes`, which reach into the variables as into any body.
 */
export const graphql: Technique = {
  id: 'graphql',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const request = requestOf(subject);
    const operation = request && operationIn(request.body);
    if (!request || !operation) return;
    for (const { how, asked } of wider(request, operation)) {
      yield { what: `${shapeOf(subject.read)} ${how}`, request: asked, asked: 'endpoint', isGuess: true };
    }
  },
};

interface Operation {
  readonly query: string;
  readonly variables?: unknown;
}

interface Wider {
  readonly how: string;
  readonly asked: ApiRequest;
}

function* wider(request: ApiRequest, operation: Operation): Iterable<Wider> {
  const sent = (body: unknown): ApiRequest => ({ ...request, body: JSON.stringify(body) });
  const { query, variables } = operation;
  const bare = withoutArguments(query);
  if (bare !== query)
    yield { how: 'without its arguments', asked: sent({ ...operation, query: bare, variables: {} }) };
  if (variables !== undefined)
    yield { how: 'without its variables', asked: sent({ ...operation, variables: {} }) };
  for (const field of [...morePeople.map((name) => `${name} { id email }`), ...moreTexts]) {
    const more = withField(query, field);
    if (more !== undefined)
      yield { how: `with ${field} besides`, asked: sent({ ...operation, query: more }) };
  }
  yield { how: 'in a batch', asked: sent([{ query: '{ __typename }' }, operation]) };
  const { body: _, headers: __, ...rest } = request;
  yield {
    how: 'by GET',
    asked: { ...rest, method: 'GET', path: `${request.path}${queryOf(request.path, operation)}` },
  };
}

const queried = z.looseObject({ query: z.string().regex(/^\s*(?:query\b|\{)/), variables: z.unknown() });

/** The operation of a body, if it is a query of GraphQL; a mutation is nothing that is tried. */
function operationIn(body: ApiRequest['body']): Operation | undefined {
  try {
    return typeof body === 'string' ? queried.safeParse(JSON.parse(body)).data : undefined;
  } catch {
    return undefined;
  }
}

/** Without anything in round brackets: a text in there may hold brackets of its own. */
function withoutArguments(query: string): string {
  const texts: string[] = [];
  let bare = query.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => `"${texts.push(text) - 1}"`);
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replaceAll(/\([^()]*\)/g, '');
  }
  return bare.replaceAll(/"(\d+)"/g, (_, index: string) => texts[Number(index)] ?? '');
}

/** With one more field where the first selection ends that holds no other: that of the record itself. */
function withField(query: string, field: string): string | undefined {
  const end = endOfFirstSelection(query);
  return end === undefined ? undefined : `${query.slice(0, end)} ${field} ${query.slice(end)}`;
}

function endOfFirstSelection(query: string): number | undefined {
  let brackets = 0;
  for (const { 0: sign, index } of query.matchAll(/"(?:[^"\\]|\\.)*"|[(){}]/g)) {
    if (sign === '(') brackets += 1;
    if (sign === ')') brackets -= 1;
    if (sign === '}' && brackets === 0) return index;
  }
  return undefined;
}

function queryOf(path: string, { query, variables }: Operation): string {
  const said = new URLSearchParams({ query });
  if (variables !== undefined) said.set('variables', JSON.stringify(variables));
  return `${path.includes('?') ? '&' : '?'}${said.toString()}`;
}
