import type { Turn } from './turn';

/** Which answers are kept and given again without asking the model. */
export interface AnswerCaching {
  /** Questions with the same key get the same answer. */
  readonly keyOf: (turn: Turn) => string;
  readonly mayKeep: (turn: Turn) => boolean;
}

/** Only what is the same for everybody: the visitor is not signed in, and nothing but public facts was looked up. */
export const publicAnswersOnly: AnswerCaching = {
  keyOf: ({ question, authority }) => `${authority.userId === null ? 'visitor' : 'customer'}: ${question}`,
  mayKeep: ({ used }) => used.size > 0 && [...used].every((name) => name === 'company_faq'),
};

export interface AnswerCache {
  readonly find: (turn: Turn) => string | null;
  readonly keep: (turn: Turn, text: string) => void;
}

const keptMs = 10 * 60_000;
const keptAnswers = 200;

/** The answers of one running demo. */
export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, { readonly text: string; readonly until: number }>();
  return {
    find(turn) {
      const found = answers.get(turn.demo.parts.chat.answerCaching.keyOf(turn));
      return found !== undefined && found.until > Date.now() ? found.text : null;
    },
    keep(turn, text) {
      const { keyOf, mayKeep } = turn.demo.parts.chat.answerCaching;
      if (text === '' || !mayKeep(turn)) return;
      const [oldest] = answers.keys();
      if (answers.size >= keptAnswers && oldest !== undefined) answers.delete(oldest);
      answers.set(keyOf(turn), { text, until: Date.now() + keptMs });
    },
  };
}
