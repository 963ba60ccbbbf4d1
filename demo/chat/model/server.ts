import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { decide } from './decide';
import type { CompletionRequest, ModelMessage } from './protocol';
import { idOf, naturalPace, stepsOf, toolCallsOf, type Pace } from './stream';

const toolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const message: z.ZodType<ModelMessage> = z.union([
  z.object({ role: z.enum(['system', 'user']), content: z.string() }),
  z
    .object({
      role: z.literal('assistant'),
      content: z.string().nullable(),
      tool_calls: z.array(toolCall).optional(),
    })
    .transform(({ tool_calls, ...rest }) => (tool_calls === undefined ? rest : { ...rest, tool_calls })),
  z.object({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
]);

const offer = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string(),
    description: z.string().default(''),
    parameters: z.record(z.string(), z.unknown()).default({}),
  }),
});

const requestShape = z.object({
  model: z.string(),
  messages: z.array(message).min(1),
  tools: z.array(offer).default([]),
  stream: z.boolean().default(false),
});

function problem(c: Context, status: 400 | 401 | 404, text: string, code: string): Response {
  return c.json({ error: { message: text, type: 'invalid_request_error', param: null, code } }, status);
}

function whole(c: Context, request: CompletionRequest, created: number): Response {
  const decision = decide(request);
  const seed = JSON.stringify(request.messages);
  const calls = toolCallsOf(decision, seed);
  const said = decision.is === 'say' ? { content: decision.text } : { content: null, tool_calls: calls };
  return c.json({
    id: idOf('chatcmpl-', seed),
    object: 'chat.completion',
    created,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', ...said },
        finish_reason: decision.is === 'say' ? 'stop' : 'tool_calls',
      },
    ],
    usage: {
      prompt_tokens: seed.length >> 2,
      completion_tokens: JSON.stringify(said).length >> 2,
      total_tokens: (seed.length + JSON.stringify(said).length) >> 2,
    },
  });
}

function streamed(c: Context, request: CompletionRequest, created: number, pace: Pace): Response {
  const seed = JSON.stringify(request.messages);
  const head = {
    id: idOf('chatcmpl-', seed),
    object: 'chat.completion.chunk',
    created,
    model: request.model,
  };
  return streamSSE(c, async (stream) => {
    for (const step of stepsOf(decide(request), seed, pace)) {
      if (step.is === 'wait') await sleep(step.ms);
      else {
        const choice =
          step.is === 'delta'
            ? { index: 0, delta: step.delta, finish_reason: null }
            : { index: 0, delta: {}, finish_reason: step.reason };
        await stream.writeSSE({ data: JSON.stringify({ ...head, choices: [choice] }) });
      }
    }
    await stream.writeSSE({ data: '[DONE]' });
  });
}

/**
 * A stand-in for a hosted language model: `POST /v1/chat/completions` with tools and streaming, as the
 * OpenAI-compatible services speak it. It holds no data; what it says comes from the request alone.
 */
export function createModel(pace: Pace = naturalPace): Hono {
  const app = new Hono();
  app.get('/v1/models', (c) =>
    c.json({ object: 'list', data: [{ id: 'stand-in', object: 'model', created: 0, owned_by: 'demo' }] }),
  );
  app.post('/v1/chat/completions', async (c) => {
    if (!/^Bearer \S+$/u.test(c.req.header('authorization') ?? '')) {
      return problem(c, 401, 'You did not provide an API key.', 'invalid_api_key');
    }
    const read = requestShape.safeParse(await c.req.json().catch(() => null));
    if (!read.success) return problem(c, 400, z.prettifyError(read.error), 'invalid_value');
    const created = Math.floor(Date.now() / 1000);
    return read.data.stream ? streamed(c, read.data, created, pace) : whole(c, read.data, created);
  });
  app.notFound((c) => problem(c, 404, `Unknown request URL: ${c.req.method} ${c.req.path}.`, 'unknown_url'));
  return app;
}

/** Starts the stand-in on a free port of the loopback interface. */
export function startModel(
  pace: Pace = naturalPace,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: createModel(pace).fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      resolve({
        url: `http://127.0.0.1:${port}/v1`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
}
