import { relative } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import * as z from 'zod';
import { rehearsalVariable } from '../../product/rehearsal';
import { loadProduct } from '../../product/load';
import { excusesOf } from '../../product/waivers';
import { planAttachment, type PlannedTest } from '../../visit/planned';
import { needsBrowser } from '../../visit/rehearsed-visitor';
import { planInWords, type PlannedGuarantee } from './plan';

const sent = z.object({ requests: z.number(), chatMessages: z.number(), pages: z.number() });
const plannedTest: z.ZodType<PlannedTest> = z.object({
  sent: z.record(z.string(), sent),
  attempts: z.number(),
  byTechnique: z.record(z.string(), z.number()),
  unknown: z.array(z.string()),
});
const nothing: PlannedTest = { sent: {}, attempts: 0, byTechnique: {}, unknown: [] };

/** Gathers what each rehearsed guarantee would send, and prints the plan. */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter's default export.
export default class PlanReporter implements Reporter {
  private readonly planned: PlannedGuarantee[] = [];
  private readonly errors: string[] = [];
  private config: FullConfig | undefined;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(config: FullConfig, _suite: Suite): void {
    this.config = config;
  }

  onError({ message = '' }: TestError): void {
    this.errors.push(message);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.planned.push(guaranteeOf(test, result, this.config?.rootDir ?? ''));
  }

  async onEnd(): Promise<{ status: FullResult['status'] }> {
    if (this.errors.length > 0 || this.planned.length === 0) {
      process.stderr.write(`${this.errors.join('\n') || 'There is no guarantee to plan.'}\n`);
      return { status: 'failed' };
    }
    const product = await loadProduct();
    const { requestsPerSecond, chatMessages } = product.limits;
    const waivers = excusesOf(product).flatMap(({ is, what, why }) =>
      is === 'waived' ? [`${what}: ${why}`] : [],
    );
    const isRecorded = process.env[rehearsalVariable] !== 'null';
    const limits = {
      requestsPerSecond,
      chatMessages,
      workers: this.config?.workers ?? 1,
      isRecorded,
      waivers,
    };
    process.stdout.write(`${planInWords(this.planned, limits)}`);
    // What goes on in a browser has not failed: it is in the plan.
    return { status: 'passed' };
  }
}

function guaranteeOf(test: TestCase, { attachments, errors }: TestResult, root: string): PlannedGuarantee {
  const told = attachments.find(({ name }) => name === planAttachment)?.body?.toString();
  const planned = plannedTest.parse(told === undefined ? nothing : JSON.parse(told));
  const why = [...test.annotations].find(({ type }) => type === 'not-applicable')?.description;
  const messages = errors.map(({ message = '' }) => message);
  const goesOn = messages.some((message) => message.includes(needsBrowser));
  const others = messages.filter((message) => !message.includes(needsBrowser)).map(firstLine);
  return {
    ...planned,
    file: relative(root, test.location.file),
    title: test.title,
    goesOn,
    unknown: [...planned.unknown, ...(planned.unknown.length > 0 || goesOn ? [] : others)],
    ...(why !== undefined && { leftOut: why }),
  };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}
