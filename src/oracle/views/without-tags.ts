import { createWeave, type View } from '../text';

/** Leaves out the tags, so that `<b>A</b>nna` reads as one word. What stands in a tag is seen without this view. */
export const withoutTags: View = {
  name: 'tags',
  read(text) {
    if (!/<[a-z/!]/i.test(text)) return null;
    const weave = createWeave();
    let done = 0;
    for (;;) {
      const open = text.indexOf('<', done);
      if (open === -1) break;
      weave.copy(text, done, open);
      if (!/[a-z/!]/i.test(text[open + 1] ?? '')) {
        weave.copy(text, open, open + 1);
        done = open + 1;
        continue;
      }
      const close = text.indexOf('>', open);
      if (close === -1) {
        done = open;
        break;
      }
      if (isBlock(text, open)) weave.put('\n', open);
      done = close + 1;
    }
    weave.copy(text, done, text.length);
    return weave.done();
  },
};

/** Only inline tags join the letters around them. */
function isBlock(text: string, open: number): boolean {
  return !/^<\/?(a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)\b/i.test(
    text.slice(open, open + 12),
  );
}
