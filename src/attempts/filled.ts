import { createLately } from '../lately';

const parts = createLately<string, readonly string[]>(4_000);

/**
 * A text with values in the place of its `{names}`. What it was made of is remembered: a thousand addresses that say the
 * same shape and a few ids are read as the shape and the ids, and not a thousand times (see {@link partsOf}).
 *
 * @param written how a value is written in such a text
 */
export function filled(
  shape: string,
  values: Readonly<Record<string, string>>,
  written: (value: string) => string,
): string {
  const said = [shape];
  const text = shape.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    const inPlace = written(value);
    said.push(inPlace);
    return inPlace;
  });
  if (said.length > 1) parts.set(text, said);
  return text;
}

/** What a text says: what it was filled with and its shape, where that is remembered, else the text itself. */
export function partsOf(text: string): readonly string[] {
  return parts.get(text) ?? [text];
}
