import { copyNear, createWeave, putInto, woven, type Derived, type View } from '../text';
import { wall } from './wall';

/** Leaves out the tags, so that `<b>A</b>nna` reads as one word. What stands in a tag is seen without this view. */
export const withoutTags: View = { name: 'tags', read: (text) => withoutTagsNear(text, Infinity) };

const tags = /<(?:\/?[a-z][\w:-]{0,60}(?=[\s/>])|[!/?])/gi;

/** The same, of what stands no further than `margin` characters from a tag. */
export function withoutTagsNear(text: string, margin: number): Derived | null {
  const weave = createWeave();
  const separate = separators();
  let done = -1;
  for (let match = nextTag(text, 0); match >= 0; match = nextTag(text, done)) {
    const close = text.indexOf('>', match);
    if (close === -1) break;
    copyNear(weave, text, done, match, margin);
    if (isBlock(text, match)) putInto(weave, separate(text, match), match);
    done = close + 1;
  }
  if (done < 0) return null;
  copyNear(weave, text, done, Infinity, margin);
  return woven(weave);
}

function nextTag(text: string, from: number): number {
  tags.lastIndex = from;
  return tags.exec(text)?.index ?? -1;
}

const inline =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)\b/iy;

/** Only inline tags join the letters around them. */
function isBlock(text: string, open: number): boolean {
  inline.lastIndex = open;
  return !inline.test(text);
}

const cellOrRow = /<t(?:([dh])|r)\b/iy;

/** A line for each block, and more between rows of a table that have several cells: one row's end is no beginning of the next. */
function separators(): (text: string, open: number) => string {
  let cells = 0;
  return (text, open) => {
    cellOrRow.lastIndex = open;
    const tag = cellOrRow.exec(text);
    if (tag === null) return '\n';
    const isNewRow = tag[1] === undefined && cells > 1;
    cells = tag[1] === undefined ? 0 : cells + 1;
    return isNewRow ? wall : '\n';
  };
}
