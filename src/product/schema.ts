import * as z from 'zod';
import { widgetNames } from './chat/widgets/index';
import type { Problem } from './config-error';
import type { Feature } from './features';
import { oneOf } from './nearest';
import type { Product, SignInRecipe, WritableRows } from './types';

/** Name of the environment variable that holds the address of the site. */
export const siteVariable = 'SITE_URL';

const text = z.string().min(1, { error: 'is empty' });
const address = text.refine((value) => value.startsWith('/') || isHttp(value), {
  error: 'is neither a path that starts with "/" nor an http address',
});
const variable = z.string().regex(/^[A-Z_][A-Z0-9_]*$/, {
  error: 'is not the name of an environment variable (what is there is not shown)',
});

const origin = text.refine(isHttp, { error: 'is not an http address' });

const deduced = z.custom<(site: string) => string>((value) => typeof value === 'function', {
  error: 'is neither an http address nor a function from the address of the site to one',
});

const read = z.strictObject({
  name: text,
  kind: text,
  path: address,
  method: z.enum(['GET', 'POST']).exactOptional(),
  body: z.string().exactOptional(),
  rows: z.boolean().exactOptional(),
});

const endpoints = z.strictObject({ openapi: text.exactOptional(), list: z.array(address).default([]) });

const writableRows = z.strictObject({
  kind: text,
  path: address,
  column: text,
  row: z.custom<WritableRows['row']>((value) => typeof value === 'function', {
    error: 'is not a function from an owner to a row',
  }),
  changes: z.array(z.strictObject({ path: withPlaceholder('{id}'), body: text })).default([]),
});

const record = z.strictObject({
  owner: text,
  kind: text,
  id: text.exactOptional(),
  fields: z.record(z.string(), z.string()),
});

const pages = z.strictObject({
  public: z.array(address),
  private: z.array(address).default([]),
  admin: z.array(address).default([]),
  signIn: address,
  records: z.array(z.strictObject({ kind: text, path: withPlaceholder('{id}') })).default([]),
});

const chatApi = z.strictObject({
  path: address,
  body: z.custom<(question: string) => unknown>((value) => typeof value === 'function', {
    error: 'is not a function from a question to the body of the request',
  }),
  identityFields: z.array(text).default([]),
  attach: z.strictObject({ field: text, kinds: z.array(text).min(1), question: text }).exactOptional(),
  conversation: z
    .strictObject({ field: text, read: address, key: text, question: text, kind: text })
    .exactOptional(),
});

const chat = z.strictObject({
  widget: z.enum(widgetNames).default('auto'),
  pages: z.array(address).min(1, { error: 'names no page that carries the chatbot' }),
  launcher: text.exactOptional(),
  composer: text.exactOptional(),
  send: text.exactOptional(),
  messages: text.exactOptional(),
  frame: text.exactOptional(),
  quiet: z.int().positive().exactOptional(),
  opening: z.array(text).exactOptional(),
  sitePasswordEnv: variable.exactOptional(),
  api: chatApi.exactOptional(),
  ask: z.record(z.string(), text),
});

const without = z.strictObject({
  admin: text.exactOptional(),
  wrongTenant: text.exactOptional(),
  chatApi: text.exactOptional(),
  reads: text.exactOptional(),
} satisfies Record<Feature, unknown>);

const waiver = z.strictObject({
  what: text,
  reason: text,
  until: z.iso.date({ error: 'is not a day such as 2031-12-31' }),
});

const limits = z.strictObject({
  lighthouse: z.number().min(0).max(100).default(90),
  p95: z.number().positive().default(300),
  requestsPerSecond: z.number().positive().exactOptional(),
  chatMessages: z.int().positive().default(200),
  probes: z.int().nonnegative().default(40),
  probeRepeats: z.int().positive().default(1),
});

const serve = z.strictObject({
  command: text,
  ready: z
    .instanceof(RegExp, { error: 'is not a regular expression' })
    .refine(({ source }) => source.includes(`(?<${siteVariable.toLowerCase()}>`), {
      error: `has no group (?<${siteVariable.toLowerCase()}>…) for the address`,
    }),
});

const recipe = z.custom<SignInRecipe>(isRecipe, {
  error:
    'is not a sign-in recipe: call supabase(…), firebase(…), memberstack(…), outseta(…), xano(…), byPage(…), byApi(…), formPost(…), storageState(…) or custom(…) from src/product/sign-in',
});

const madeSession = z.custom<NonNullable<Product['expiredSession']>>((value) => typeof value === 'function');

/** What a `product.config.ts` may say. */
export const schema = z.strictObject({
  name: text,
  demo: z.boolean().default(false),
  /** Defaults of environment variables, for the demo only: an attached product's are secrets. */
  environment: z.record(variable, z.string()).exactOptional(),
  serve: serve.exactOptional(),
  site: z.url({ protocol: /^https?$/, error: 'is not an http address' }).exactOptional(),
  allowedHosts: z
    .array(text.regex(/^[^/\s]+$/, { error: 'is not a host: leave out the protocol and the path' }))
    .exactOptional(),
  /** Other addresses under which drafts of the same site are served: `acme.webflow.io`, `acme.framer.website`. */
  previews: z.array(z.union([origin, deduced])).default([]),
  pages,
  signIn: recipe,
  accounts: z.record(z.string(), z.strictObject({ emailEnv: variable, passwordEnv: variable })),
  records: z.array(record).default([]),
  /** Records are also learned: what each account is shown, and no other. */
  learn: z.boolean().default(false),
  public: z.array(text).default([]),
  reads: z.array(read).default([]),
  adminReads: z.array(read).default([]),
  endpoints: endpoints.prefault({}),
  writes: z.array(writableRows).default([]),
  chat,
  expiredSession: madeSession.exactOptional(),
  otherAudienceSession: madeSession.exactOptional(),
  otherProjectSession: madeSession.exactOptional(),
  limits: limits.prefault({}),
  /** What the product has not, each with the reason. */
  without: without.prefault({}),
  /** What stays unknown with its owner's consent, each with a reason and an end. */
  waivers: z.array(waiver).default([]),
});

/** What somebody writes into `product.config.ts`. */
export type ProductConfig = z.input<typeof schema>;

/** The same with every default filled in. */
export type CheckedConfig = z.output<typeof schema>;

/** Zod's issues as problems for people. Never quotes what was found where a secret may have been written. */
export function problemsOf(error: z.ZodError, config: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemOf(issue, config));
}

function problemOf(issue: z.core.$ZodIssue, config: unknown): Problem[] {
  const at = issue.path.join('.') || '(the whole file)';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key].join('.'),
      seen: `"${key}" is not known`,
      next: oneOf(key, knownKeys(issue.path)),
    }));
  }
  const found = valueAt(config, issue.path);
  if (issue.code === 'invalid_value') {
    return [
      { at, seen: `${quoted(found)} is not known`, next: oneOf(String(found), issue.values.map(String)) },
    ];
  }
  if (found === undefined) return [{ at, seen: 'is missing', next: `add it: ${purposeOf(issue.path)}` }];
  return [{ at, seen: firstLower(issue.message), next: purposeOf(issue.path) }];
}

/** Kinds that are asked, read or shown but that no record has: mostly a slip of the pen. */
export function unknownKinds(config: CheckedConfig): Problem[] {
  const known = [...new Set(config.records.map(({ kind }) => kind))];
  if (known.length === 0) return [];
  const used = [
    ...config.reads.map(({ kind }, index) => ({ at: `reads.${index}.kind`, kind })),
    ...config.pages.records.map(({ kind }, index) => ({ at: `pages.records.${index}.kind`, kind })),
    ...Object.keys(config.chat.ask).map((kind) => ({ at: `chat.ask.${kind}`, kind })),
  ];
  return used
    .filter(({ kind }) => !known.includes(kind))
    .map(({ at, kind }) => ({ at, seen: `no record is of the kind "${kind}"`, next: oneOf(kind, known) }));
}

/** The keys that are valid at a path of the config, for the list in a message. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  for (const step of path) here = inner(unwrapped(here), step);
  const reached = unwrapped(here);
  return reached instanceof z.ZodObject ? Object.keys(reached.shape) : [];
}

function inner(type: unknown, step: PropertyKey): unknown {
  if (type instanceof z.ZodObject) return type.shape[String(step)];
  if (type instanceof z.ZodArray) return type.element;
  if (type instanceof z.ZodRecord) return type.valueType;
  return undefined;
}

function unwrapped(type: unknown): unknown {
  if (
    type instanceof z.ZodOptional ||
    type instanceof z.ZodExactOptional ||
    type instanceof z.ZodDefault ||
    type instanceof z.ZodPrefault
  ) {
    return unwrapped(type.unwrap());
  }
  return type;
}

const purposes: Readonly<Record<string, string>> = {
  name: 'what the product is called in the report',
  'pages.signIn': 'the page on which people sign in',
  'pages.public': 'the pages that anybody may see',
  accounts: '{ userA: { emailEnv: "USER_A_EMAIL", passwordEnv: "USER_A_PASSWORD" }, … }',
  emailEnv: 'the NAME of the variable that holds the address, such as USER_A_EMAIL',
  passwordEnv: 'the NAME of the variable that holds the password, such as USER_A_PASSWORD',
  environment: 'names of variables, in capitals',
  signIn: 'how people sign in, e.g. supabase({ keyEnv: "SUPABASE_ANON_KEY" })',
  'chat.pages': 'paths of the pages with the chatbot, such as "/"',
  without: "what there is none of, with the reason: { admin: 'the site has no admin pages' }",
  waivers: "{ what: 'expiredSession', reason: 'sessions never end', until: '2031-12-31' }",
  until: 'the last day on which it counts, e.g. 2031-12-31',
  reason: 'why it cannot be tested now',
  what: 'the id of a criterion, the title of a guarantee, or who cannot visit: admin-only, expiredSession',
  'chat.quiet': 'milliseconds without a change after which an answer is complete, such as 3000',
  'chat.opening': 'what is to be read on what has to be pressed first, such as ["Start chat"]',
  'chat.frame': 'a part of the address, or the name, of the frame that holds the chat',
  sitePasswordEnv: 'the NAME of the variable that holds the site’s password, such as SITE_PASSWORD',
  'chat.ask': 'by kind of record, a question that makes the bot show the asker’s own',
  ready: 'e.g. /listening on (?<site_url>http:\\S+)\\s/',
};

function purposeOf(path: readonly PropertyKey[]): string {
  const whole = purposes[path.join('.')];
  const last = purposes[String(path.at(-1))];
  return whole ?? last ?? 'see the type ProductConfig in src/product/schema.ts';
}

function valueAt(config: unknown, path: readonly PropertyKey[]): unknown {
  let here = config;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

function withPlaceholder(placeholder: string) {
  return address.refine((value) => value.includes(placeholder), { error: `has no ${placeholder}` });
}

function isHttp(value: string): boolean {
  return /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '');
}

function isRecipe(value: unknown): value is SignInRecipe {
  if (typeof value !== 'object' || value === null) return false;
  return ['signIn', 'storage', 'headers'].every((name) => typeof Reflect.get(value, name) === 'function');
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : `a value of type ${typeof value}`;
}

function firstLower(message: string): string {
  return message.replace(/^Invalid input: /, 'is not valid: ');
}
