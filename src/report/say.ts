import { join, relative } from 'node:path';
import type { Acceptance } from './acceptance-schema';
import { reportFolders } from './folders';

const marks = { held: '✔', leaked: '✘', missed: '✘', unknown: '?' } as const;

/** The verdict in a few lines for the terminal, with the path of the report. */
export function inShort(acceptance: Acceptance, reports: string): string {
  const { verdict, causes, unknowns } = acceptance;
  const titles = causes.map(({ title, findings }) => `  ${title} (${findings.length})`);
  const doubts = unknowns.slice(0, 5).map(({ subject, detail }) => `  ${subject}: ${detail}`);
  const page = join(reportFolders(reports).acceptance, 'index.html');
  const lines = [
    `${marks[verdict.is]} ${verdict.sentence}`,
    ...titles,
    ...(verdict.is === 'unknown' ? doubts : []),
    ...verdict.more.map((line) => `  ${line}`),
    `  Report: ${relative(process.cwd(), page) || page}`,
  ];
  return `\n${lines.join('\n')}\n`;
}
