import { complete, type ModelAddress } from './completion';
import type { ModelMessage, ToolCall, ToolOffer } from './model/protocol';
import { attachedParagraph } from './prompt';
import type { Tool } from './tools/tool';
import type { Turn } from './turn';

/** More rounds of tools than any honest question needs. */
const maxRounds = 5;

function offersOf(tools: readonly Tool[]): readonly ToolOffer[] {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, description, parameters },
  }));
}

function argumentsOf({ function: called }: ToolCall): Readonly<Record<string, unknown>> {
  try {
    const args: unknown = JSON.parse(called.arguments || '{}');
    return typeof args === 'object' && args !== null ? { ...args } : {};
  } catch {
    return {};
  }
}

async function runTool(tools: readonly Tool[], call: ToolCall, turn: Turn): Promise<ModelMessage> {
  const tool = tools.find(({ name }) => name === call.function.name);
  if (tool !== undefined) turn.used.add(tool.name);
  const result =
    tool === undefined ? { error: 'There is no such tool.' } : await tool.run(argumentsOf(call), turn);
  return { role: 'tool', tool_call_id: call.id, content: JSON.stringify(result) };
}

/** The messages with which a conversation with the model begins. */
async function opening(turn: Turn): Promise<readonly ModelMessage[]> {
  const { chat } = turn.demo.parts;
  const [prompt, records, earlier] = await Promise.all([
    chat.systemPrompt(turn),
    chat.attachedRecords(turn),
    chat.memory.earlier(turn),
  ]);
  return [
    { role: 'system', content: `${prompt}${attachedParagraph(records)}` },
    ...earlier.map(({ author, text }): ModelMessage =>
      author === 'customer' ? { role: 'user', content: text } : { role: 'assistant', content: text },
    ),
    { role: 'user', content: turn.question },
  ];
}

/** Answers one question, with as many tools as it takes, and yields the words as the model says them. */
export async function* answer(turn: Turn, model: ModelAddress): AsyncGenerator<string> {
  const { chat } = turn.demo.parts;
  const tools = chat.tools.filter(
    ({ offeredTo }) => offeredTo === 'everybody' || turn.authority.userId !== null,
  );
  const messages = chat.workingMessages();
  messages.push(...(await opening(turn)));
  for (let round = 0; round < maxRounds; round += 1) {
    let calls: readonly ToolCall[] = [];
    for await (const piece of complete(model, { messages, tools: offersOf(tools) })) {
      if (piece.is === 'text') yield piece.text;
      else calls = piece.calls;
    }
    if (calls.length === 0) return;
    messages.push({ role: 'assistant', content: null, tool_calls: calls });
    for (const call of calls) messages.push(await runTool(tools, call, turn));
  }
}
