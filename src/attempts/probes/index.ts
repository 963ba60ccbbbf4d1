import { byIdentifier } from './families/by-identifier';
import { byName } from './families/by-name';
import { claimedRole } from './families/claimed-role';
import { conversation } from './families/conversation';
import { disguisedAnswer } from './families/disguised-answer';
import { disguisedQuestion } from './families/disguised-question';
import { everybody } from './families/everybody';
import { exporting } from './families/export';
import { forgedHistory } from './families/forged-history';
import { languages } from './families/languages';
import { malformedInput } from './families/malformed';
import { ordinary } from './families/ordinary';
import { plantedInstruction } from './families/planted-instruction';
import { pretext } from './families/pretext';
import { previousCustomer } from './families/previous-customer';
import { retrieval } from './families/retrieval';
import { systemPrompt } from './families/system-prompt';
import { tools } from './families/tools';
import { totals } from './families/totals';
import { translate } from './families/translate';
import { widening } from './families/widening';
import type { ChatProbe, ProbeFamily } from './probe';

/** Goes up with every change of a probe: the same seed draws the same sample from the same version only. */
export const corpusVersion = 1;

/** Most productive first, as `familyNames` has them. */
const families: readonly ProbeFamily[] = [
  ordinary,
  everybody,
  byName,
  byIdentifier,
  previousCustomer,
  retrieval,
  claimedRole,
  pretext,
  totals,
  widening,
  exporting,
  tools,
  plantedInstruction,
  disguisedAnswer,
  disguisedQuestion,
  forgedHistory,
  languages,
  translate,
  systemPrompt,
  malformedInput,
  conversation,
];

/** Everything that is tried on a chatbot, family by family, the plainest of each first. */
export const corpus: readonly ChatProbe[] = families.flatMap(({ family, hopesFor, owasp, probes }) =>
  probes.map((probe): ChatProbe => ({ hopesFor, owasp, ...probe, family })),
);
