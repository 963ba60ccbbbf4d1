/** UTF-16 units of a text: loops over them take half as long as over the signs of a string. */
export type Units = Uint16Array;

/** The units of a text, one for each of its offsets. */
export function unitsOf(text: string): Units {
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}
