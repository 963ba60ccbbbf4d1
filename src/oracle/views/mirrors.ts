import type { Derived, View } from '../text';

/** The whole text from its end, for what was encoded first and then reversed. */
export const reversed: View = {
  name: 'reversed',
  read: (text) => ({
    text: isAscii(text) ? backwards(text) : Array.from(text).toReversed().join(''),
    from: (offset) => Math.max(0, text.length - 1 - offset),
  }),
};

/** Letters half an alphabet on, for what was encoded first and then rotated. */
export const rot13: View = {
  name: 'rot13',
  read: (text) => inPlace(text, rotated),
};

/** All printable ASCII signs half way on; unlike the others it hides values from the index, too. */
export const rot47: View = {
  name: 'rot47',
  read: (text) => inPlace(text, turned),
};

const rotated = Uint8Array.from({ length: 128 }, (_, code) => {
  const base = code >= 97 ? 97 : 65;
  return code >= base && code < base + 26 ? ((code - base + 13) % 26) + base : code;
});

const turned = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 33 && code <= 126 ? ((code - 33 + 47) % 94) + 33 : code,
);

function backwards(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  bytes.reverse();
  return bytes.toString('latin1');
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}

function inPlace(text: string, table: Uint8Array): Derived {
  return { text: isAscii(text) ? inBytes(text, table) : inSigns(text, table), from: (offset) => offset };
}

function inBytes(text: string, table: Uint8Array): string {
  const bytes = Buffer.from(text, 'latin1');
  for (let index = 0; index < bytes.length; index++) bytes[index] = table[bytes[index] ?? 0] ?? 0;
  return bytes.toString('latin1');
}

function inSigns(text: string, table: Uint8Array): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(table[sign.charCodeAt(0)] ?? 0));
}
