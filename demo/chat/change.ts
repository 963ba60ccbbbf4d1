import type { Parts } from '../parts';
import type { ChatParts } from './parts';
import type { Tool } from './tools/tool';

/** The product with another chatbot. */
export function withChat(parts: Parts, chat: Partial<ChatParts>): Parts {
  return { ...parts, chat: { ...parts.chat, ...chat } };
}

/** The chatbot with one more tool; one of the same name is replaced. */
export function withTool(parts: Parts, tool: Tool): Parts {
  return withChat(parts, { tools: [...parts.chat.tools.filter(({ name }) => name !== tool.name), tool] });
}

/** The chatbot with one more sentence in its system prompt. */
export function withInstruction(parts: Parts, sentence: string): Parts {
  const { systemPrompt } = parts.chat;
  return withChat(parts, { systemPrompt: async (turn) => `${await systemPrompt(turn)}\n${sentence}` });
}
