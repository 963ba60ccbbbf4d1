import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { factsAttachment, type Facts } from '../words';
import { factsSchema } from './facts-schema';
import type { TestRecord } from './results';

/** Folders of `tests/`, each of which is about one thing that must hold. */
const folders = [
  'browser',
  'chatbot',
  'records',
  'sessions',
  'roles',
  'caching',
  'secrets',
  'pages',
  'speed',
  'database',
  'wiring',
];

/** Annotations that a spec can give itself. */
const notApplicable = 'not-applicable';
const unwatched = 'unwatched';

/**
 * What the report needs to know of a test, after it has run (or was not run).
 * @param root folder of the configuration, from which the paths count
 */
export function recordTest(test: TestCase, root: string): TestRecord {
  const file = relative(root, test.location.file).split(sep).join('/');
  const reason = reasonOf(test);
  return {
    file,
    line: test.location.line,
    titlePath: titlePathOf(test),
    project: test.parent.project()?.name ?? '',
    folder: file.split('/').find((part) => folders.includes(part)) ?? null,
    outcome: outcomeOf(test),
    ...(reason === undefined ? {} : { reason }),
    durationMs: test.results.reduce((sum, { duration }) => sum + duration, 0),
    facts: test.results.filter(({ status }) => status !== 'skipped').map(factsOf),
    unwatched: test.annotations.some(({ type }) => type === unwatched),
  };
}

/** Without the root, the project and the file, which have places of their own. */
function titlePathOf(test: TestCase): string[] {
  return test.titlePath().slice(3);
}

/** The worst of all times that it was run: a leak seen once is a leak, and a repetition proves nothing. */
function outcomeOf(test: TestCase): TestRecord['outcome'] {
  const statuses = new Set(test.results.map(({ status }) => status));
  if (statuses.has('failed')) return 'failed';
  if (statuses.has('timedOut')) return 'timed-out';
  if (statuses.has('interrupted')) return 'interrupted';
  if (statuses.has('passed')) return 'passed';
  if (test.annotations.some(({ type }) => type === notApplicable)) return 'not-applicable';
  return statuses.has('skipped') ? 'skipped' : 'not-run';
}

function reasonOf(test: TestCase): string | undefined {
  const errors = test.results.flatMap((result) => result.errors);
  const message = errors.map((error) => error.message ?? error.value).find((text) => text !== undefined);
  if (message !== undefined) return firstLine(message);
  const told = test.annotations.find(({ type }) => [notApplicable, 'skip', 'fixme'].includes(type));
  return told?.description;
}

function firstLine(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  return (lines.find((line) => line.trim() !== '') ?? '').trim().slice(0, 300);
}

function factsOf(result: TestResult): Facts | null {
  const attachment = result.attachments.find(({ name }) => name === factsAttachment);
  if (!attachment) return null;
  try {
    const text = attachment.body?.toString('utf8') ?? readFileSync(attachment.path ?? '', 'utf8');
    const read: unknown = JSON.parse(text);
    return factsSchema.parse(read);
  } catch {
    return null;
  }
}
