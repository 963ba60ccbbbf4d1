/** UTF-16 units of a text: loops over them take half as long as over the signs of a string. */
export type Units = Uint16Array;

/** By unit: what a sign is to somebody. */
export type UnitTable = Uint8Array;

/** A table of what is said of each ASCII sign, and of all others alike. */
export function unitTable(of: (sign: string, code: number) => number, others = 0): UnitTable {
  const table = new Uint8Array(1 << 16).fill(others);
  for (let code = 0; code < 128; code++) table[code] = of(String.fromCharCode(code), code);
  return table;
}

/** The units of a text, one for each of its offsets. */
export function unitsOf(text: string): Units {
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}
