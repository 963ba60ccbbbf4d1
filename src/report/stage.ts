import type { FullConfig } from '@playwright/test';
import { type Stage, stages } from './results';

/**
 * Which part of a run this is: `TRESPASS_STAGE`, else `metadata: { stage }` of the configuration, else the guarantees.
 * @throws when the name is none of ours
 */
export function stageOf(config: Pick<FullConfig, 'metadata'>): Stage {
  const told: unknown = process.env['TRESPASS_STAGE'] || config.metadata['stage'] || 'guarantees';
  return asStage(String(told));
}

/**
 * The stages without which the result is not whole: `TRESPASS_EXPECT=guarantees,gates`.
 * @param fallback what is expected where nobody says so
 * @throws when a name is none of ours
 */
export function expectedStages(fallback: readonly Stage[]): readonly Stage[] {
  const told = process.env['TRESPASS_EXPECT'];
  return told ? told.split(',').map((name) => asStage(name.trim())) : fallback;
}

function asStage(name: string): Stage {
  const stage = stages.find((known) => known === name);
  if (stage) return stage;
  throw new Error(`"${name}" is no stage of a run; one of: ${stages.join(', ')}`);
}

/** Whether the runner was only asked which tests there are: then nothing was tried, and what a real run left stays. */
export function isListing(argv: readonly string[] = process.argv): boolean {
  return argv.includes('--list');
}
