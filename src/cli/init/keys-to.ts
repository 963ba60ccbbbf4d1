/** The keys that lead to one of these texts within something; `undefined` where none of them is in it. */
export function keysTo(sought: ReadonlySet<string>, within: unknown): readonly string[] | undefined {
  if (typeof within === 'string') return sought.has(within) ? [] : undefined;
  if (typeof within !== 'object' || within === null) return undefined;
  for (const [key, value] of Object.entries(within)) {
    const keys = keysTo(sought, value);
    if (keys) return [key, ...keys];
  }
  return undefined;
}
