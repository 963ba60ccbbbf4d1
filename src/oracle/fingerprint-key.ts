import { randomBytes } from 'node:crypto';

/** Variable by which the processes of one run share the key. */
const variable = 'TRESPASS_FINGERPRINT_KEY';

/**
 * The secret key of this run's fingerprints, made when first asked for: nobody can guess a name back from a report.
 * It is sent to nobody and written nowhere, so fingerprints of two runs cannot be compared.
 */
export function fingerprintKey(env: Record<string, string | undefined> = process.env): string {
  return (env[variable] ??= randomBytes(32).toString('hex'));
}
