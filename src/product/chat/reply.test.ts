import { expect, test } from 'vitest';
import type { Look } from './read';
import { hasNewPicture, replyBetween } from './reply';

/** `3:text` is a block at level 3; `!` marks what the widget says itself. */
function look(...lines: string[]): Look {
  const blocks = lines.map((line) => {
    const [level = '', ...text] = line.replace('!', '').split(':');
    return { level: Number(level), text: text.join(':'), aside: line.startsWith('!'), bottom: 0 };
  });
  return { blocks, typing: 0, busy: 0, pictures: [], container: 3 };
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

const face = { what: 'IMG face', level: 5, top: 0, beside: 'Hello, ask me' };
const mine = { what: 'IMG mine', level: 5, top: 24, beside: 'Where is it?' };
const dots = {
  what: 'IMG dots',
  level: 5,
  top: 24,
  beside: 'Hello! Ask me anything about your trip. Where is it?',
};

test.for([
  ['dots below the question', [dots], true],
  ['the bot’s face, once more', [{ ...face, top: 24 }], true],
  ['the face of who asks, with the question', [mine], false],
  ['a face beside the question', [{ ...dots, top: 4 }], false],
  ['a picture outside of the chat', [{ ...dots, level: 2 }], false],
  ['what was there before', [], false],
] as const)('%s: a sign or none', ([, come, isSign]) => {
  const echo = { level: 5, text: 'Where is it?', aside: false, bottom: 24 };
  const before = { ...look(), pictures: [face] };
  const after = { ...look(), blocks: [echo], pictures: [face, ...come] };
  expect(hasNewPicture(before, after, 'Where is it?')).toBe(isSign);
});
