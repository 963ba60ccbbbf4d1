import { expect, test } from 'vitest';
import type { Look } from './read';
import { replyBetween } from './reply';

/** `3:text` is a block at level 3; `!` marks what the widget says itself. */
function look(...lines: string[]): Look {
  const blocks = lines.map((line) => {
    const [level = '', ...text] = line.replace('!', '').split(':');
    return { level: Number(level), text: text.join(':'), aside: line.startsWith('!') };
  });
  return { blocks, typing: 0, busy: 0, container: 3 };
}

const cases = [
  ['an answer below the echo', ['5:Hi'], ['5:Hi', '5:Where is it?', '5:At home'], 'At home'],
  ['an equal answer, the second time', ['5:Q', '5:A'], ['5:Q', '5:A', '5:Where is it?', '5:A'], 'A'],
  ['a quoted question counts once', [], ['5:Where is it?', '5:Where is it?'], 'Where is it?'],
  ['a clock beside the chat', ['1:12:00'], ['1:12:01', '5:Where is it?', '5:At home'], 'At home'],
  ['no echo: the container decides', ['1:12:00'], ['1:12:01', '4:At home'], 'At home'],
  ['an echo with a name', [], ['5:You: Where is it?', '5:At home'], 'At home'],
  ['an error of the widget', [], ['5:Where is it?', '!5:Error, try again'], ''],
] as const;

test.for(cases)('%s', ([, before, after, text]) => {
  expect(replyBetween(look(...before), look(...after), 'Where  is it?').text).toBe(text);
});
