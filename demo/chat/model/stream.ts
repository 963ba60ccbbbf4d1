import { createHash } from 'node:crypto';
import type { Decision } from './decision';
import type { CompletionDelta, FinishReason, ToolCall } from './protocol';

/** Until the first word, and once in the middle of an answer: what a hosted model makes people wait. */
export interface Pace {
  readonly firstMs: number;
  readonly pauseMs: number;
}

export const naturalPace: Pace = { firstMs: 40, pauseMs: 300 };

function pieces(text: string): readonly string[] {
  return text.match(/(?:\S+\s*){1,3}|\s+/gu) ?? [];
}

/** The same request gets the same ids. */
export function idOf(prefix: string, seed: string): string {
  return `${prefix}${createHash('sha256').update(seed).digest('hex').slice(0, 24)}`;
}

/** A decision's tool calls as the protocol writes them. */
export function toolCallsOf(decision: Decision, seed: string): readonly ToolCall[] {
  if (decision.is === 'say') return [];
  return decision.calls.map(({ name, args }, index) => ({
    id: idOf('call_', `${seed}${index}`),
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  }));
}

export type StreamStep =
  | { readonly is: 'delta'; readonly delta: CompletionDelta }
  | { readonly is: 'finish'; readonly reason: FinishReason }
  | { readonly is: 'wait'; readonly ms: number };

function* toolSteps(calls: readonly ToolCall[]): Generator<StreamStep> {
  for (const [index, { id, type, function: called }] of calls.entries()) {
    yield {
      is: 'delta',
      delta: { tool_calls: [{ index, id, type, function: { name: called.name, arguments: '' } }] },
    };
    for (const part of called.arguments.match(/.{1,12}/gsu) ?? []) {
      yield { is: 'delta', delta: { tool_calls: [{ index, function: { arguments: part } }] } };
    }
  }
  yield { is: 'finish', reason: 'tool_calls' };
}

function* textSteps(text: string, pauseMs: number): Generator<StreamStep> {
  const parts = pieces(text);
  const middle = Math.floor(parts.length / 2);
  for (const [index, content] of parts.entries()) {
    if (index === middle) yield { is: 'wait', ms: pauseMs };
    yield { is: 'delta', delta: { content } };
  }
  yield { is: 'finish', reason: 'stop' };
}

/** The steps of a streamed completion, in order. */
export function* stepsOf(decision: Decision, seed: string, pace: Pace): Generator<StreamStep> {
  yield { is: 'wait', ms: pace.firstMs };
  yield { is: 'delta', delta: { role: 'assistant', content: decision.is === 'say' ? '' : null } };
  if (decision.is === 'say') yield* textSteps(decision.text, pace.pauseMs);
  else yield* toolSteps(toolCallsOf(decision, seed));
}
