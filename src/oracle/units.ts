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

/** Whether a text is of ASCII alone: asked by everybody who reads it, and mostly answered once. */
export function isAscii(units: Units): boolean {
  if (units === lastAsked.units) return lastAsked.isAscii;
  let all = 0;
  for (let index = 0; index < units.length; index++) all |= units[index] ?? 0;
  lastAsked = { units, isAscii: all < 128 };
  return lastAsked.isAscii;
}

/** Lent units are another object for each text. */
let lastAsked: { readonly units: Units; readonly isAscii: boolean } = {
  units: new Uint16Array(0),
  isAscii: true,
};

interface Space {
  readonly units: Units;
  readonly bytes: Buffer;
}

const free: Space[] = [];
const fewest = 1 << 16;

/** Lends the units of a text to `work`. The space is used again when that is done: nothing may keep them. */
export function withUnits<Result>(text: string, work: (units: Units) => Result): Result {
  const last = free.pop();
  const space = last !== undefined && last.units.length >= text.length ? last : newSpace(text.length);
  space.bytes.write(text, 'utf16le');
  try {
    return work(space.units.subarray(0, text.length));
  } finally {
    free.push(space);
  }
}

function newSpace(length: number): Space {
  const units = new Uint16Array(Math.max(length, fewest));
  return { units, bytes: Buffer.from(units.buffer) };
}
