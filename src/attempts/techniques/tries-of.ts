import type { Probe } from '../../words';
import type { Subject, Technique, Try } from './technique';

/** All that these techniques try with a read, in their order; each try says by which it was made. */
export function triesOf(techniques: readonly Technique[], subject: Subject): readonly Try[] {
  return techniques.flatMap(({ id, tries }) =>
    Array.from(tries(subject), (tried) => ({ ...tried, technique: id })),
  );
}

/** What a try is called in reports. */
export function probeOf({ what, technique }: Pick<Try, 'what' | 'technique'>): Probe {
  return { kind: 'request', what, ...(technique !== undefined && { technique }) };
}
