import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Suite, TestCase, TestError, TestResult, TestStep } from '@playwright/test/reporter';
import type { Mask } from './token-shapes';

type Attachment = TestResult['attachments'][number];

/**
 * Masks every text inside a value, keys included.
 * @returns a new value; bytes, numbers and the like come back as they are
 */
export function maskDeep(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item, mask));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [mask(key), maskDeep(item, mask)]));
}

/** Masks titles of tests and their groups; the runner's workers keep their own copies, so that nothing is lost by it. */
export function redactTitles(root: Suite, mask: Mask): void {
  for (const entry of root.entries()) {
    if (entry.type === 'test' || entry.type === 'describe') entry.title = mask(entry.title);
    if (entry.type !== 'test') redactTitles(entry, mask);
  }
}

/** Masks what a step says of itself when it begins: what was filled in is part of its title. */
export function redactStep(step: TestStep, mask: Mask): void {
  maskWithin(step, ['title', 'subtitle', 'params'], mask);
  // The runner's own function closes over the title as it came.
  step.titlePath = () => [...(step.parent?.titlePath() ?? []), step.title];
}

/** Masks what is only known when a step has ended. */
export function redactStepEnd(step: TestStep, mask: Mask): void {
  if (step.error) redactError(step.error, mask);
  redactAnnotations(step.annotations, mask);
}

/** Masks message, stack, snippet, value and whatever else an error carries; where it happened stays. */
export function redactError(error: TestError, mask: Mask): void {
  const names = Object.keys(error).filter((name) => name !== 'location');
  maskWithin(error, names, mask);
}

/**
 * Masks everything that a test left: steps, errors, what it printed, attachments and the files behind them.
 * @throws when a file cannot be read or rewritten
 */
export function redactResult(test: TestCase, result: TestResult, mask: Mask): void {
  redactSteps(result.steps, mask);
  for (const error of result.errors) redactError(error, mask);
  if (result.error) redactError(result.error, mask);
  redactOutput(result.stdout, mask);
  redactOutput(result.stderr, mask);
  redactAnnotations(test.annotations, mask);
  redactAnnotations(result.annotations, mask);
  for (const attachment of result.attachments) redactAttachment(attachment, mask);
}

/** Takes everything out of a result that could not be redacted, files included; what is left is that it happened. */
export function withholdResult(test: TestCase, result: TestResult): void {
  const withhold: Mask = () => '‹withheld: it could not be redacted›';
  for (const { path } of result.attachments) if (path) rmSync(path, { force: true });
  result.attachments.splice(0);
  result.stdout.splice(0);
  result.stderr.splice(0);
  redactSteps(result.steps, withhold);
  for (const error of result.errors) redactError(error, withhold);
  redactAnnotations(test.annotations, withhold);
  redactAnnotations(result.annotations, withhold);
}

/**
 * Masks a file in place. One that is no text (a picture, a video, a trace, an archive) is removed: what is in it
 * cannot be masked.
 * @returns what became of it
 */
export function redactFile(path: string, mask: Mask): 'masked' | 'removed' | 'gone' {
  if (!existsSync(path)) return 'gone';
  const text = asText(readFileSync(path));
  if (text === undefined) {
    rmSync(path, { force: true });
    return 'removed';
  }
  const masked = maskText(text, mask);
  if (masked !== text) writeFileSync(path, masked);
  return 'masked';
}

function redactSteps(steps: readonly TestStep[], mask: Mask): void {
  for (const step of steps) {
    redactStep(step, mask);
    redactStepEnd(step, mask);
    redactSteps(step.steps, mask);
  }
}

function redactAnnotations(annotations: TestResult['annotations'] | undefined, mask: Mask): void {
  for (const annotation of annotations ?? []) maskWithin(annotation, ['type', 'description'], mask);
}

/** Chunks are joined first: a value may be written in two of them. */
function redactOutput(chunks: (string | Buffer)[], mask: Mask): void {
  if (chunks.length === 0) return;
  const written = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('utf8');
  chunks.splice(0, chunks.length, mask(written));
}

function redactAttachment(attachment: Attachment, mask: Mask): void {
  attachment.name = mask(attachment.name);
  if (attachment.path && redactFile(attachment.path, mask) === 'removed') {
    delete attachment.path;
    replaceBody(attachment);
  }
  if (!attachment.body) return;
  const text = asText(attachment.body);
  if (text === undefined) replaceBody(attachment);
  else attachment.body = Buffer.from(maskText(text, mask));
}

function replaceBody(attachment: Attachment): void {
  attachment.body = Buffer.from(
    `removed: what a file of type ${attachment.contentType} shows cannot be masked`,
  );
  attachment.contentType = 'text/plain';
}

/** JSON is masked value by value, so that it stays JSON whatever the mask puts in. */
function maskText(text: string, mask: Mask): string {
  if (!/^\s*[[{]/.test(text)) return mask(text);
  try {
    const read: unknown = JSON.parse(text);
    const masked = maskDeep(read, mask);
    return JSON.stringify(masked) === JSON.stringify(read) ? text : JSON.stringify(masked);
  } catch {
    return mask(text);
  }
}

function asText(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function maskWithin(holder: object, names: readonly string[], mask: Mask): void {
  for (const name of names) {
    const value: unknown = Reflect.get(holder, name);
    if (value !== undefined) Reflect.set(holder, name, maskDeep(value, mask));
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !(value instanceof Date)
  );
}
