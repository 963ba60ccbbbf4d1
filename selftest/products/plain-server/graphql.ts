/** What there is to ask for: plain values, nodes with fields of their own, and fields that take an id. */
export interface Node {
  readonly [field: string]: Value | ((id: string) => Node | null);
}
type Value = string | number | null | Node | readonly Node[];

interface Selection {
  readonly field: string;
  readonly argument: string | undefined;
  readonly inner: readonly Selection[];
}

/** So much of GraphQL as a page needs: one operation, fields with one argument at most, given as a `$variable`. */
export function runQuery(query: string, variables: Readonly<Record<string, unknown>>, root: Node): unknown {
  const tokens: string[] = query.match(/[\w$]+|[{}():]/g) ?? [];
  tokens.splice(0, tokens.indexOf('{') + 1);
  return resolve(parse(tokens), root, variables);
}

function parse(tokens: string[]): readonly Selection[] {
  const found: Selection[] = [];
  for (let field = tokens.shift(); field !== undefined && field !== '}'; field = tokens.shift()) {
    const given = tokens[0] === '(' ? tokens.splice(0, tokens.indexOf(')') + 1) : [];
    const hasInner = tokens[0] === '{' && tokens.shift() !== undefined;
    found.push({ field, argument: given[3]?.slice(1), inner: hasInner ? parse(tokens) : [] });
  }
  return found;
}

function resolve(
  wanted: readonly Selection[],
  from: Node,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const entries = wanted.map(({ field, argument = '', inner }) => {
    const there = from[field] ?? null;
    const value = typeof there === 'function' ? there(String(variables[argument])) : there;
    if (inner.length === 0 || value === null || typeof value !== 'object') return [field, value] as const;
    const nodes = [value].flat();
    const resolved = nodes.map((node) => resolve(inner, node, variables));
    return [field, Array.isArray(value) ? resolved : resolved[0]] as const;
  });
  return Object.fromEntries(entries);
}
