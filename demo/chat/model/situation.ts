import type { headings } from './directives';
import type { CompletionRequest, ModelMessage } from './protocol';

/** A completion request, read the way the stand-in thinks about it. */
export interface Situation {
  readonly prompt: string;
  readonly question: string;
  /** What was said before the question. */
  readonly earlier: readonly string[];
  /** What the tools answered to this question, in order. */
  readonly results: readonly { readonly tool: string; readonly content: string }[];
  readonly offered: ReadonlyMap<string, string>;
}

function spoken(message: ModelMessage): string | null {
  if (message.role === 'user') return `you said: “${message.content}”`;
  if (message.role === 'assistant' && message.content !== null) return `I said: “${message.content}”`;
  return null;
}

function resultsOf(messages: readonly ModelMessage[]): Situation['results'] {
  const names = new Map<string, string>();
  for (const message of messages) {
    if (message.role !== 'assistant') continue;
    for (const { id, function: called } of message.tool_calls ?? []) names.set(id, called.name);
  }
  return messages.flatMap((message) =>
    message.role === 'tool'
      ? [{ tool: names.get(message.tool_call_id) ?? 'unknown', content: message.content }]
      : [],
  );
}

export function situationOf({ messages, tools = [] }: CompletionRequest): Situation {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const question = messages[last];
  return {
    prompt: messages.flatMap(({ role, content }) => (role === 'system' ? [content ?? ''] : [])).join('\n'),
    question: question?.role === 'user' ? question.content : '',
    earlier: messages.slice(0, Math.max(last, 0)).flatMap((message) => spoken(message) ?? []),
    results: resultsOf(messages),
    offered: new Map(tools.map(({ function: tool }) => [tool.name, tool.description ?? ''])),
  };
}

/** What stands under a heading of the system prompt, up to the next empty line; `null` without the heading. */
export function under(heading: (typeof headings)[keyof typeof headings], prompt: string): string | null {
  const [, rest] = prompt.split(heading, 2);
  return rest?.split('\n\n', 1)[0]?.trim() ?? null;
}
