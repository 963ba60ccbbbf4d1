/** Variable by which somebody names the seed, and by which the processes of one run share it. */
const variable = 'PROBES_SEED';

/** The seed of this run's samples: the day, so that a night tries other probes than the one before, unless it is named. */
export function probeSeed(env: Record<string, string | undefined> = process.env): string {
  return (env[variable] ||= new Date().toISOString().slice(0, 10));
}
