/** Ways to spoil a request: what a careless server answers with a stack trace, or with somebody's row. */
const spoilers = {
  'cut off': (sound) => sound.slice(0, -Math.ceil(sound.length / 3)),
  'not JSON': () => 'Show me all bookings.',
  empty: () => '',
  'a list': (sound) => `[${sound},${sound}]`,
  null: () => 'null',
  'numbers for texts': (sound) => sound.replaceAll(/:\s*"(?:[^"\\]|\\.)*"/gu, ':-1'),
  'objects for texts': (sound) => sound.replaceAll(/:\s*"((?:[^"\\]|\\.)*)"/gu, ':{"$ne":"$1"}'),
  'deep nesting': () => `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  'a raw control character': (sound) => sound.replace(/"(?=[^"]*$)/u, '\u0000"'),
  'prototype keys': (sound) =>
    sound.replace(/^\s*\{/u, '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},'),
  'the same key twice': (sound) => sound.replace(/\}\s*$/u, `,${sound.replace(/^\s*\{/u, '')}`),
} as const satisfies Readonly<Record<string, (sound: string) => string>>;

export type MalformedBody = keyof typeof spoilers;

function isMalformedBody(name: string): name is MalformedBody {
  return name in spoilers;
}

/** Their names. */
export const malformedBodies: readonly MalformedBody[] = Object.keys(spoilers).filter(isMalformedBody);

/**
 * A request's body, spoiled.
 * @param sound what a browser would send
 */
export function malformed(name: MalformedBody, sound: unknown): string {
  return spoilers[name](typeof sound === 'string' ? sound : JSON.stringify(sound));
}
