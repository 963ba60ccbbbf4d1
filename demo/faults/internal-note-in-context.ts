import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { headings } from '../chat/model/directives';

const sql = 'select text from internal_notes where user_id = $1 order by created_at';

/** "The bot should know whom it talks to." */
export const internalNoteInContext: Fault = {
  id: 'internal-note-in-context',
  rootCause: 'raw-rows-to-model',
  sentence: 'The chatbot is told what the staff noted about the customer, and repeats it.',
  change: (parts) => {
    const { systemPrompt } = parts.chat;
    return withChat(parts, {
      systemPrompt: async (turn) => {
        const prompt = await systemPrompt(turn);
        const { userId } = turn.authority;
        if (userId === null) return prompt;
        const notes = await turn.demo.db.asService((query) => query<{ text: string }>(sql, [userId]));
        return `${prompt}\n\n${headings.staffNotes} ${notes.map(({ text }) => text).join('\n')}\n\n`;
      },
    });
  },
  caughtBy: ['chatbot'],
};
