import { masksTooLittle, tellingForeign } from '../records/talkative';
import type { Fault } from '../fault';

/** Name and e-mail are starred; what identifies the record is in full. */
export const maskedTooLittle: Fault = {
  id: 'masked-too-little',
  rootCause: 'leaky-refusal',
  sentence: 'The refusal of a foreign record hides the first letters and shows the rest.',
  change: (parts) => ({ ...parts, records: tellingForeign(parts.records, masksTooLittle) }),
  caughtBy: ['records'],
};
