import { accountVariables, keyVariables } from './config-text';
import type { Seen } from './seen';

/**
 * Lines for `.env`: variables that it does not have yet. What is there is never touched.
 * @param known names that are set already, in the file or in the environment
 */
export function envText({ backend, publishableKey }: Seen, known: ReadonlySet<string>): string {
  const key = keyVariables[backend];
  const wanted: readonly (readonly [string, string])[] = [
    ...(key === undefined ? [] : [[key, publishableKey ?? ''] as const]),
    ...Object.values(accountVariables).flatMap((name) => [
      [`${name}_EMAIL`, ''] as const,
      [`${name}_PASSWORD`, ''] as const,
    ]),
  ];
  const missing = wanted.filter(([name]) => !known.has(name));
  if (missing.length === 0) return '';
  return [
    '',
    '# For Trespass: test accounts with made-up records.',
    ...missing.map(([name, value]) => `${name}=${value}`),
    '',
  ].join('\n');
}
