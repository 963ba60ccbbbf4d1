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
      if (!isTag(text.charCodeAt(open + 1))) {
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

/** A letter, `/` or `!`. */
function isTag(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 47 || code === 33;
}

const inline =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)\b/iy;

/** Only inline tags join the letters around them. */
function isBlock(text: string, open: number): boolean {
  inline.lastIndex = open;
  return !inline.test(text);
}
