import type { Query } from '../context';
import { fieldsOf } from '../auth/claims';
import type { Callable, Catalogue } from './catalogue';
import { noValues, quoted } from './plan';
import { refused } from './problem';
import type { Rows } from './read';

/** The function of that name that takes these arguments. Throws PGRST202. */
export function callableOf(catalogue: Catalogue, name: string, given: readonly string[]): Callable {
  const callable = catalogue.callables.get(name);
  if (callable === undefined || given.some((argument) => !callable.arguments.has(argument))) {
    const message = `Could not find the function public.${name} with these parameters in the schema cache`;
    throw refused(404, 'PGRST202', message);
  }
  return callable;
}

/** Calls a function with named arguments: rows as a list, anything else as its JSON. */
export async function call(query: Query, callable: Callable, given: unknown): Promise<Rows> {
  const values = noValues();
  const list = Object.entries(fieldsOf(given)).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${quoted(name)} := ${values.add(text)}::${callable.arguments.get(name) ?? 'text'}`;
  });
  const target = `public.${quoted(callable.name)}(${list.join(', ')})`;
  const sql = callable.rows
    ? `select coalesce(json_agg(answer), '[]')::text as json, count(*)::int as count from ${target} answer`
    : `select coalesce(to_json(${target}), 'null')::text as json, 1 as count`;
  const [answer] = await query<Rows>(sql, values.all);
  return answer ?? { json: '[]', count: 0 };
}
