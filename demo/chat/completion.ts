import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import type { CompletionRequest, ToolCall } from './model/protocol';

/** Where the model is and how to pay for it. */
export interface ModelAddress {
  /** Base of an OpenAI-compatible service, such as `https://api.example.com/v1`. */
  readonly url: string;
  readonly key: string;
  readonly name: string;
}

/** What a streamed completion yields: words as they come, and at the end the tools it wants. */
export type CompletionPiece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'calls'; readonly calls: readonly ToolCall[] };

const chunkShape = z.object({
  choices: z.array(
    z.object({
      delta: z.object({
        content: z.string().nullish(),
        tool_calls: z
          .array(
            z.object({
              index: z.number(),
              id: z.string().nullish(),
              function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
            }),
          )
          .nullish(),
      }),
    }),
  ),
});

type Delta = z.infer<typeof chunkShape>['choices'][number]['delta'];

/** Services differ in what else they send; the last chunk may hold the usage and no choice. */
function deltaOf(data: string): Delta {
  return chunkShape.parse(JSON.parse(data)).choices[0]?.delta ?? {};
}

interface PartialCall {
  id: string;
  name: string;
  args: string;
}

function gather(calls: PartialCall[], deltas: NonNullable<Delta['tool_calls']>): void {
  for (const { index, id, function: part } of deltas) {
    const call = (calls[index] ??= { id: '', name: '', args: '' });
    call.id += id ?? '';
    call.name += part?.name ?? '';
    call.args += part?.arguments ?? '';
  }
}

/**
 * Asks a chat-completions endpoint and streams its answer.
 * Throws when the endpoint cannot be reached or answers with anything but an event stream.
 */
export async function* complete(
  model: ModelAddress,
  request: Omit<CompletionRequest, 'model' | 'stream'>,
): AsyncGenerator<CompletionPiece> {
  const response = await fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${model.key}` },
    body: JSON.stringify({ ...request, model: model.name, stream: true }),
  });
  if (!response.ok || response.body === null)
    throw new Error(`The model answered with status ${response.status}.`);
  const calls: PartialCall[] = [];
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) {
    if (data === '[DONE]') break;
    const { content, tool_calls: deltas } = deltaOf(data);
    if (typeof content === 'string' && content !== '') yield { is: 'text', text: content };
    gather(calls, deltas ?? []);
  }
  if (calls.length === 0) return;
  yield {
    is: 'calls',
    calls: calls.map(({ id, name, args }) => ({ id, type: 'function', function: { name, arguments: args } })),
  };
}
