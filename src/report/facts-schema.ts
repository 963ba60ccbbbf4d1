import { z } from 'zod';
import { rootCauses, severities, type Facts } from '../words';

const obstacle = z.object({
  what: z.enum([
    'control-failed',
    'not-signed-in',
    'not-configured',
    'throttled',
    'server-error',
    'timeout',
    'challenge',
    'empty-answer',
    'unreadable',
    'unexpected-answer',
    'noise',
  ]),
  detail: z.string(),
});

const where = z.object({
  part: z.string(),
  url: z.string().exactOptional(),
  selector: z.string().exactOptional(),
  path: z.string().exactOptional(),
  offset: z.number().exactOptional(),
});

const finding = z.object({
  rule: z.string(),
  severity: z.enum(severities),
  viewer: z.string(),
  owner: z.string().nullable(),
  kind: z.string(),
  field: z.string(),
  channel: z.string(),
  where,
  shown: z.object({ from: z.number(), to: z.number().exactOptional(), load: z.number().exactOptional() }),
  disguise: z.array(z.string()),
  fingerprint: z.string(),
  rootCause: z.enum(rootCauses).exactOptional(),
});

const refusal = z.enum([
  'unauthenticated',
  'forbidden',
  'not-found',
  'empty-rows',
  'plain-answer',
  'sign-in-page',
  'own-records-only',
  'turned-down',
]);

const drawn = z.object({
  id: z.string(),
  family: z.string(),
  seed: z.string(),
  version: z.number(),
  way: z.enum(['page', 'api']),
});

const attempt = z.object({
  probe: z.object({
    kind: z.enum(['chat', 'request', 'navigation']),
    what: z.string(),
    technique: z.string().exactOptional(),
    drawn: drawn.exactOptional(),
  }),
  viewer: z.string(),
  owner: z.string(),
  kind: z.string(),
  verdict: z.discriminatedUnion('is', [
    z.object({ is: z.literal('held'), because: refusal }),
    z.object({ is: z.literal('leaked'), findings: z.tuple([finding], finding) }),
    z.object({ is: z.literal('unknown'), because: obstacle }),
  ]),
  requests: z.number(),
});

const gate = z.object({
  gate: z.string(),
  subject: z.string(),
  verdict: z.discriminatedUnion('is', [
    z.object({ is: z.enum(['met', 'missed']), measured: z.number(), unit: z.string(), limit: z.number() }),
    z.object({ is: z.literal('unknown'), because: obstacle }),
  ]),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});

const endpoint = z.object({
  what: z.string(),
  foundIn: z.enum(['pages', 'chat', 'scripts', 'config']),
  auth: z.array(z.enum(['bearer', 'basic', 'cookie', 'api key', 'none'])),
  ids: z.array(
    z.object({
      in: z.enum(['path', 'query', 'body', 'header', 'GraphQL variable']),
      name: z.string(),
      owner: z.string().nullable(),
      kind: z.string().nullable(),
    }),
  ),
  records: z.array(z.object({ owner: z.string(), kind: z.string() })).nullable(),
  triedAs: z.array(z.string()),
  notTried: z.string().exactOptional(),
  hints: z.array(z.string()).exactOptional(),
});

const inventory = z.object({
  recordedAs: z.string(),
  pages: z.array(z.string()),
  endpoints: z.array(endpoint),
  leftOut: z.array(z.string()),
});

const hint = z.object({
  kind: z.literal('name of a person'),
  viewer: z.string(),
  channel: z.string(),
  where,
  shown: z.object({ from: z.number(), to: z.number().exactOptional() }),
  fingerprint: z.string(),
});

/** What one test left, as it is read back from a file: anything else than this is no evidence. */
export const factsSchema: z.ZodType<Facts> = z.object({
  attempts: z.array(attempt),
  findings: z.array(finding),
  gates: z.array(gate),
  unknown: z.array(obstacle),
  searched: z.record(z.string(), z.number()),
  inventories: z.array(inventory).exactOptional(),
  hints: z.array(hint).exactOptional(),
});
