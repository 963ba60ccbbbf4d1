import { z } from 'zod';
import { rootCauses } from '../../words';

const seeAgain = z.object({ guarantee: z.string() });

const place = z.object({
  where: z.object({
    part: z.string(),
    url: z.string().exactOptional(),
    selector: z.string().exactOptional(),
  }),
});

const finding = z.object({ channel: z.string(), places: z.array(place), seeAgain: z.array(seeAgain) });

/** The part of `acceptance.json` that says whether a fault was noticed. */
const outcome = z.object({
  verdict: z.object({
    is: z.enum(['held', 'leaked', 'missed', 'unknown']),
    exitCode: z.literal([0, 1, 3]),
    sentence: z.string(),
  }),
  totals: z.object({
    tests: z.object({ run: z.number() }),
    attempts: z.object({ held: z.number(), leaked: z.number(), unknown: z.number() }),
    findings: z.number(),
  }),
  causes: z.array(
    z.object({
      rootCause: z.enum(rootCauses).nullable(),
      findings: z.array(finding),
    }),
  ),
  unknowns: z.array(z.object({ subject: z.string(), what: z.string(), detail: z.string() })),
  hints: z.array(z.object({ fingerprints: z.array(z.string()) })).exactOptional(),
  gates: z.array(
    z.object({ gate: z.string(), subject: z.string(), is: z.enum(['met', 'missed', 'unknown']) }),
  ),
  attempts: z.array(z.object({ guarantee: z.string(), verdict: z.enum(['held', 'leaked', 'unknown']) })),
  tests: z.array(z.object({ guarantee: z.string(), file: z.string(), outcome: z.string() })),
});

/** What a run said of the product. */
export type Outcome = z.infer<typeof outcome>;

/**
 * @param text of `acceptance.json`
 * @throws when it is not what the report writes
 */
export function readOutcome(text: string): Outcome {
  const told: unknown = JSON.parse(text);
  return outcome.parse(told);
}
