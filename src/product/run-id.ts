import { randomBytes } from 'node:crypto';

/** Variable by which the processes of one run agree on its name. */
const variable = 'TRESPASS_RUN';

/** Name of this run, the same in every worker: what the product's own logs can be searched for. */
export function runId(env: Record<string, string | undefined> = process.env): string {
  return (env[variable] ??= `run-${randomBytes(4).toString('hex')}`);
}

/** Headers of everything that the suite itself sends, so that the product's owner can tell it from customers. */
export function ownHeaders(): Record<string, string> {
  return { 'user-agent': 'trespass (checks that nobody sees what is not theirs)', 'x-trespass-run': runId() };
}
