/** One script of the page, as it was written. */
export interface Script {
  /** File name, such as `account.js`. */
  readonly name: string;
  readonly source: string;
}

export interface SourceMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

export interface Bundle {
  readonly code: string;
  readonly map: SourceMap;
}

interface Line {
  readonly text: string;
  /** 0-based. */
  readonly number: number;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A base64 variable-length quantity, as source maps write numbers. */
function quantity(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit] ?? '';
  } while (rest > 0);
  return text;
}

/** The lines that a browser needs: no comments, no imports, no indentation. */
function linesOf(source: string): readonly Line[] {
  let inComment = false;
  let inImport = false;
  const lines: Line[] = [];
  for (const [number, line] of source.split('\n').entries()) {
    const text = line.trim();
    const startsComment: boolean = !inComment && text.startsWith('/*');
    const startsImport: boolean = !inComment && /^import [\w{*]/u.test(text);
    inComment ||= startsComment;
    inImport ||= startsImport;
    if (!inComment && !inImport && text !== '' && !text.startsWith('//')) {
      lines.push({ text: text.replace(/^export (?=async |function |const |let |class )/u, ''), number });
    }
    if (inComment && text.includes('*/')) inComment = false;
    if (inImport && text.endsWith(';')) inImport = false;
  }
  return lines;
}

/**
 * Joins scripts into one, in their order: they share a scope, so a name may be exported by one script only.
 * The map leads each line back to the script and the line that it came from.
 */
export function bundle(scripts: readonly Script[], file: string): Bundle {
  const code = ["(() => {'use strict';"];
  const mappings = [''];
  let [sourceBefore, lineBefore] = [0, 0];
  for (const [index, { source }] of scripts.entries()) {
    for (const { text, number } of linesOf(source)) {
      code.push(text);
      mappings.push(['A', quantity(index - sourceBefore), quantity(number - lineBefore), 'A'].join(''));
      [sourceBefore, lineBefore] = [index, number];
    }
  }
  code.push('})();', '');
  return {
    code: code.join('\n'),
    map: {
      version: 3,
      file,
      sources: scripts.map(({ name }) => `../src/${name}`),
      sourcesContent: scripts.map(({ source }) => source),
      names: [],
      mappings: mappings.join(';'),
    },
  };
}
