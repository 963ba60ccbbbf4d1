import { toAskInVainAgain } from './to-ask-in-vain-again';
import { toAskInVainAbout } from './to-ask-in-vain-about';
import { toBeKeptApart } from './to-be-kept-apart';
import { toBeKeptOutOfAdmin } from './to-be-kept-out-of-admin';
import { toBeMet } from './to-be-met';
import { toBeRefused } from './to-be-refused';
import { toBeRefusedWithPublishedKeys } from './to-be-refused-with-published-keys';
import { toBeShownNobodysRecords } from './to-be-shown-nobodys-records';
import { toBeShownNoSecret } from './to-be-shown-no-secret';
import { toBeShownNothingInDraftsOf } from './to-be-shown-nothing-in-drafts-of';
import { toBeShownNothingLeftBy } from './to-be-shown-nothing-left-by';
import { toBeShownNothingOf } from './to-be-shown-nothing-of';
import { toBeSignedOutOf } from './to-be-signed-out';
import { toBeToldNothingByIdOf } from './to-be-told-nothing-by-id-of';
import { toBeToldNothingBrokenOffBy } from './to-be-told-nothing-broken-off-by';
import { toBeToldNothingOf } from './to-be-told-nothing-of';
import { toBeToldNothingToldBy } from './to-be-told-nothing-told-by';
import { toBeToldOfItsOwn } from './to-be-told-of-own';
import { toChangeNothingOf } from './to-change-nothing-of';
import { toGainNothingFromWhatIsAskedBy } from './to-gain-nothing-from-what-is-asked-by';
import { toGetNoAnswerMeantFor } from './to-get-no-answer-meant-for';
import { toGetNoCachedAnswerOf } from './to-get-no-cached-answer-of';
import { toGetNoNewSession } from './to-get-no-new-session';
import { toLearnNothingAbout } from './to-learn-nothing-about';

/** What a spec can expect of a visitor. None of them ever prints a value. */
export const matchers = {
  toAskInVainAbout,
  toAskInVainAgain,
  toBeKeptApart,
  toBeKeptOutOfAdmin,
  toBeMet,
  toBeRefused,
  toBeRefusedWithPublishedKeys,
  toBeShownNobodysRecords,
  toBeShownNoSecret,
  toBeShownNothingInDraftsOf,
  toBeShownNothingLeftBy,
  toBeShownNothingOf,
  toBeSignedOutOf,
  toBeToldNothingByIdOf,
  toBeToldNothingBrokenOffBy,
  toBeToldNothingOf,
  toBeToldNothingToldBy,
  toBeToldOfItsOwn,
  toChangeNothingOf,
  toGainNothingFromWhatIsAskedBy,
  toGetNoAnswerMeantFor,
  toGetNoCachedAnswerOf,
  toGetNoNewSession,
  toLearnNothingAbout,
};
