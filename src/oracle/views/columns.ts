import { createWeave, putInto, wovenIfAny, type View, type Weave } from '../text';
import { unitsOf, unitTable, type Units } from '../units';
import { familyLabel, givenLabel } from './name-labels';
import { unescape } from './unescape';
import { wall } from './wall';
import { withoutTags } from './without-tags';

/** One cell of a row; `start` is its offset in the text. */
interface Cell {
  readonly text: string;
  readonly start: number;
}
type Row = readonly Cell[];

/** Longer cells hold a whole value, or a sentence. */
const longestCell = 40;
const fewestSigns = 2;
/** Of both cells together: less is no key. */
const shortestPair = 7;
/** Of a wider row only names are joined. */
const mostCells = 12;
const mostNames = 16;
const nameLike = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]*$/u;
const ofCode = /[(){}<>=;\\]/;
const isGiven = new RegExp(`^\\W*(?:${givenLabel})\\W*$`, 'iu');
const isFamily = new RegExp(`^\\W*(?:${familyLabel})\\W*$`, 'iu');

/**
 * Joins what stands in different columns of one row: a first name, a city, a last name. Rows are those of HTML tables and
 * lists, lines whose cells are parted by bars, tabs, semicolons or commas (Markdown, CSV), and JSON arrays. Neighbouring cells
 * are read as one without this view. Cells of different rows are joined only under labels for a first and a last name.
 */
export const columns: View = {
  name: 'columns',
  read(text, units = unitsOf(text)) {
    const weave = createWeave();
    joinRows(taggedRows(text), weave);
    joinRows(writtenRows(text, units), weave);
    return wovenIfAny(weave);
  },
};

function joinRows(rows: Iterable<Row>, weave: Weave): void {
  let given: Row | null = null;
  let family: Row | null = null;
  for (const row of rows) {
    joinCells(row, weave);
    const label = row[0]?.text ?? '';
    if (isGiven.test(label)) given = row;
    else if (isFamily.test(label)) family = row;
    if (given === null || family === null) continue;
    joinPeople(given, family, weave);
    given = family = null;
  }
}

/** People as columns: the labels stand first. Rows of other lengths would join what is not of one column. */
function joinPeople(given: Row, family: Row, weave: Weave): void {
  if (given.length !== family.length) return;
  for (const [index, first] of given.slice(1).entries()) join(first, family[index + 1], weave);
}

/** All pairs of short cells that are no neighbours. */
function joinCells(row: Row, weave: Weave): void {
  if (row.length < 3) return;
  const short = [...row.entries()].filter(([, { text }]) => isShort(text));
  const isWide = short.length > mostCells;
  const parts = isWide ? short.filter(([, { text }]) => nameLike.test(text)).slice(0, mostNames) : short;
  for (const [place, [index, one]] of parts.entries())
    for (const [other, cell] of parts.slice(place + 1)) if (other > index + 1) join(one, cell, weave);
}

function isShort(text: string): boolean {
  return text.length >= fewestSigns && text.length <= longestCell && !ofCode.test(text);
}

function join(one: Cell, other: Cell | undefined, weave: Weave): void {
  if (other === undefined || one.text.length + other.text.length < shortestPair) return;
  putInto(weave, `${one.text} `, one.start);
  putInto(weave, `${other.text}${wall}`, other.start);
}

const rowTags = /<(?:tr|li|dl)(?=[\s>])|\brole=["']?(?:row|listitem)\b/gi;
const rowEnd = /<\/(?:tr|li|dl|table|ul|ol)\b/i;
const longestRow = 8_192;

/** Rows of tables, items of lists, and definition lists: what stands in their block elements. */
function* taggedRows(text: string): Generator<Row> {
  if (!/<(?:tr|li|dl)[\s>]|role=/i.test(text)) return;
  const starts = Array.from(text.matchAll(rowTags), ({ index }) => text.indexOf('>', index) + 1);
  for (const [place, start] of starts.entries()) {
    const row = text.slice(start, Math.min(starts[place + 1] ?? text.length, start + longestRow));
    const bare = withoutTags.read(row.slice(0, rowEnd.exec(row)?.index));
    if (bare !== null) yield cellsOf(bare.text, '\n', (offset) => start + bare.from(offset));
  }
}

/** What ends a row of text, and what parts its cells. */
const signs = unitTable((sign) => '\n[]|\t;,'.indexOf(sign) + 1);
const lastEnd = 3;
const separators = '|\t;,';
const longestLine = 2_048;
/** Code is full of commas: there only names are cells, and two of them have to be there. */
const maybeName = /(?:^|[;,])\s?["']?[A-Z\u00c0-\uffff][^;,(){}=:]*(?=[;,]|$)/g;

/** Lines and JSON arrays in which one separator stands at least twice. */
function writtenRows(text: string, units: Units): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  let seen = 0;
  let twice = 0;
  for (let index = 0; index <= units.length; index++) {
    const sign = index < units.length ? (signs[units[index] ?? 0] ?? 0) : 1;
    if (sign === 0) continue;
    if (sign > lastEnd) {
      // An "or" of a program, an indentation, or a cell with nothing in it.
      if (units[index] === units[index + 1] || units[index] === units[index - 1]) continue;
      twice |= seen & (1 << sign);
      seen |= 1 << sign;
      continue;
    }
    if (twice !== 0 && index - start <= longestLine) addRow(text, start, index, twice, rows);
    start = index + 1;
    seen = twice = 0;
  }
  return rows;
}

/** Cells are parted by the first of the separators that stands twice. */
function addRow(text: string, start: number, end: number, twice: number, rows: Row[]): void {
  const separator = separators[firstOf(twice) - lastEnd - 1] ?? '';
  const isTable = separator === '|' || separator === '\t';
  const line = text.slice(start, end);
  if (!isTable && (line.match(maybeName)?.length ?? 0) < 2) return;
  const row = cellsOf(line, separator, (offset) => start + offset);
  if (row.length < 3) return;
  rows.push(isTable ? row : row.map((cell) => (nameLike.test(cell.text) ? cell : { ...cell, text: '' })));
}

/** Place of the lowest bit that is set. */
function firstOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function cellsOf(row: string, separator: string, origin: (offset: number) => number): Row {
  let end = -1;
  const cells = row.split(separator).map((text) => {
    const start = end + 1;
    end = start + text.length;
    return { text: plain(text), start: origin(start + text.length - text.trimStart().length) };
  });
  return cells.filter(({ text }) => text !== '');
}

/** Without blanks, quotes and emphasis around it, and without its escapes. */
function plain(text: string): string {
  const bare = text.replace(/^[\s"'*]+|[\s"'*]+$/g, '');
  return unescape.read(bare)?.text ?? bare;
}
