/** Every text or number that stands under a key in a JSON text, each once, in order; none in what is no JSON. */
export function valuesUnder(key: string, json: string): readonly string[] {
  const found = new Set<string>();
  try {
    JSON.parse(json, (name, value: unknown) => {
      if (name === key && (typeof value === 'string' || typeof value === 'number')) found.add(String(value));
      return value;
    });
  } catch {
    return [];
  }
  return [...found];
}
