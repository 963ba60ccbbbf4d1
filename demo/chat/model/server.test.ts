import { createParser } from 'eventsource-parser';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { createModel } from './server';

const model = createModel({ firstMs: 0, pauseMs: 0 });

const request = {
  model: 'stand-in',
  messages: [{ role: 'user', content: 'What are your opening hours?' }],
  tools: [{ type: 'function', function: { name: 'company_faq' } }],
};

async function post(
  body: unknown,
  headers: Record<string, string> = { authorization: 'Bearer key' },
): Promise<Response> {
  return model.request('/v1/chat/completions', { method: 'POST', headers, body: JSON.stringify(body) });
}

const record = z.record(z.string(), z.unknown());

async function answer(body: unknown): Promise<Record<string, unknown>> {
  return record.parse(await (await post(body)).json());
}

async function chunks(body: unknown): Promise<readonly unknown[]> {
  const data: string[] = [];
  createParser({ onEvent: (event) => data.push(event.data) }).feed(await (await post(body)).text());
  expect(data.at(-1)).toBe('[DONE]');
  return data.slice(0, -1).map((text) => record.parse(JSON.parse(text)));
}

test('a whole answer asks for a tool in the shape of the protocol', async () => {
  expect(await answer(request)).toMatchObject({
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        finish_reason: 'tool_calls',
        message: {
          role: 'assistant',
          content: null,
          tool_calls: [
            { type: 'function', function: { name: 'company_faq', arguments: '{"topic":"opening hours"}' } },
          ],
        },
      },
    ],
  });
});

test('streamed tool calls carry the id and the name once, and the arguments in pieces', async () => {
  const stream = await chunks({ ...request, stream: true });
  expect(stream[0]).toMatchObject({
    object: 'chat.completion.chunk',
    choices: [{ delta: { role: 'assistant' } }],
  });
  expect(stream[1]).toMatchObject({
    choices: [{ delta: { tool_calls: [{ index: 0, function: { name: 'company_faq', arguments: '' } }] } }],
  });
  const text = JSON.stringify(stream.slice(2, -1));
  expect(text).not.toContain('company_faq');
  const pieces = [...text.matchAll(/"arguments":"((?:[^"\\]|\\.)*)"/gu)].map(([, piece]) =>
    z.string().parse(JSON.parse(`"${piece}"`)),
  );
  expect(pieces.length).toBeGreaterThan(1);
  expect(JSON.parse(pieces.join(''))).toEqual({ topic: 'opening hours' });
  expect(stream.at(-1)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'tool_calls' }] });
});

test('streamed words add up to the whole answer, and the same request gets the same one', async () => {
  const greeting = { ...request, messages: [{ role: 'user', content: 'Something odd' }] };
  const whole = await answer(greeting);
  const words = [
    ...JSON.stringify(await chunks({ ...greeting, stream: true })).matchAll(
      /"content":"((?:[^"\\]|\\.)*)"/gu,
    ),
  ];
  const said = words.map(([, piece]) => z.string().parse(JSON.parse(`"${piece}"`))).join('');
  expect(whole).toMatchObject({ choices: [{ message: { content: said }, finish_reason: 'stop' }] });
  expect({ ...(await answer(greeting)), created: 0 }).toEqual({ ...whole, created: 0 });
});

test.each([
  [401, request, { authorization: '' }],
  [400, { ...request, messages: 'none' }, undefined],
])('answers %i in the shape of the protocol', async (status, body, headers) => {
  const refused = await post(body, headers);
  expect(refused.status).toBe(status);
  expect(await refused.json()).toMatchObject({
    error: { type: 'invalid_request_error' },
  });
});
