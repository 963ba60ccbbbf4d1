import { setTimeout as pause } from 'node:timers/promises';

/** One question that reached the bot, and how far its answer is. */
export interface Heard {
  readonly question: string;
  /** When the last byte of the answer was handed over, in milliseconds since the epoch. */
  endedAt?: number;
}

/** An answer under way. */
export interface Telling {
  /** What is said, piece by piece, with pauses in between. */
  parts(): AsyncGenerator<string>;
  /** To be called when everything was handed over, in whatever form; the first call counts. */
  end(): void;
}

/** A bot without a model: says the same to everybody, slowly, and ends each answer with a mark of its own. */
export interface Bot {
  readonly heard: readonly Heard[];
  hear(question: string): Telling;
}

/** Milliseconds before each piece of an answer. The long ones are longer than what a naive reader takes for the end. */
const pauses = [250, 400, 1_100, 150];

export function scriptedBot(): Bot {
  const heard: Heard[] = [];
  return {
    heard,
    hear(question) {
      const entry: Heard = { question };
      heard.push(entry);
      return {
        async *parts() {
          for (const [index, part] of answerTo(question).entries()) {
            await pause(pauses[index]);
            yield part;
          }
        },
        end() {
          entry.endedAt ??= Date.now();
        },
      };
    },
  };
}

/** What only a complete answer holds. */
export function endMarkOf(question: string): string {
  return `That was all about ${tagOf(question)}.`;
}

/** All that is said to a question, piece by piece. */
export function answerTo(question: string): readonly string[] {
  return [
    'Your boat is the Kestrel. ',
    'It leaves at 9:40 from pier 4 ',
    'and is back on Sunday. ',
    endMarkOf(question),
  ];
}

/** The question's last word: each is asked with another. */
function tagOf(question: string): string {
  return question.split(' ').at(-1)?.replace('?', '') ?? '';
}

/** The whole answer at once, when it is complete. */
export async function wholeAnswer(telling: Telling): Promise<string> {
  let text = '';
  for await (const part of telling.parts()) text += part;
  return text;
}
