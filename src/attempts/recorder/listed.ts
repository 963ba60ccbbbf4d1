import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Visitor } from '../../visit/visitor';
import { firstRecordOf } from '../first-record';
import { sendAs } from '../send-as';
import { fewOf } from './limits';

/** An address of the config's, as it stands there and with this visitor's own values; `undefined` where one is missing. */
export interface ListedAddress {
  readonly template: string;
  readonly path: string | undefined;
}

const description = z.object({
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/**
 * The addresses of the config's endpoint list and of its OpenAPI description that a GET may be sent to.
 * @returns them, and sentences on what could not be used
 */
export async function listedAddresses(
  visitor: Visitor,
): Promise<{ readonly addresses: readonly ListedAddress[]; readonly leftOut: readonly string[] }> {
  const { openapi, list } = visitor.stage.product.endpoints;
  const described = openapi === undefined ? undefined : await readDescription(visitor, openapi);
  const templates = [...list, ...(described?.reads ?? [])];
  return {
    addresses: templates.map((template) => ({ template, path: filled(template, visitor) })),
    leftOut: described?.leftOut ?? [],
  };
}

async function readDescription(
  visitor: Visitor,
  from: string,
): Promise<{ readonly reads: readonly string[]; readonly leftOut: readonly string[] }> {
  const text = await textOf(visitor, from).catch(() => undefined);
  const told = description.safeParse(text === undefined ? undefined : structureIn(text)).data;
  if (!told)
    return {
      reads: [],
      leftOut: ['the OpenAPI description of the config could not be read as JSON or YAML'],
    };
  const base = told.servers?.[0]?.url.replace(/\/$/, '') ?? '';
  const all = Object.entries(told.paths);
  const reads = all.filter(([, methods]) => 'get' in methods).map(([path]) => `${base}${path}`);
  const others = all.flatMap(([, methods]) =>
    Object.keys(methods).filter((name) => /^(?:post|put|patch|delete)$/.test(name)),
  );
  const elsewhere = all.filter(([, methods]) => '$ref' in methods).map(([path]) => path);
  const leftOut = [
    ...(others.length > 0
      ? [`${others.length} of the operations in the OpenAPI description are no GET`]
      : []),
    ...fewOf(
      elsewhere.map((path) => `${path} is described elsewhere ($ref), and was not looked up`),
      'paths',
    ),
  ];
  return { reads, leftOut };
}

async function textOf(visitor: Visitor, from: string): Promise<string> {
  if (!/^(?:\/|https?:)/.test(from)) return readFile(from, 'utf8');
  const { outcome } = await sendAs(visitor, { path: from });
  return outcome.failed === undefined ? outcome.text() : '';
}

/** Larger descriptions are made by machines, as JSON; a YAML reader takes its time over them. */
const longestYaml = 2_000_000;

/** JSON, or YAML whose aliases do not multiply without end: the reader refuses those. */
function structureIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.length <= longestYaml ? yamlIn(text) : undefined;
  }
}

function yamlIn(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

/** `{user}` and `{customerId}` are the visitor's own id; `{invoice}`, and `{id}` behind `invoices/`, its first invoice's. */
function filled(template: string, visitor: Visitor): string | undefined {
  let complete = true;
  const path = template.replaceAll(
    /([^/{}?&=]*)([/=]?)\{([^}]+)\}/g,
    (_, before: string, joint: string, name: string) => {
      const value = valueFor(name, before, visitor);
      complete &&= value !== undefined;
      return `${before}${joint}${encodeURIComponent(value ?? '')}`;
    },
  );
  return complete ? path : undefined;
}

const person = /^(?:user|customer|account|owner|member|person|profile)?$/;

function valueFor(name: string, before: string, visitor: Visitor): string | undefined {
  const plain = squeezed(name).replace(/u?u?id$/, '');
  const { product } = visitor.stage;
  const kinds = [...new Set(product.records.map(({ kind }) => kind))];
  const kind =
    kinds.find((candidate) => squeezed(candidate) === plain) ??
    kinds.find((candidate) => plain === '' && isPlural(squeezed(before), squeezed(candidate)));
  if (kind !== undefined) return firstRecordOf(visitor, kind)?.id;
  return plain !== '' && person.test(plain) ? visitor.session?.userId : undefined;
}

function isPlural(word: string, one: string): boolean {
  return [one, `${one}s`, `${one.replace(/y$/, '')}ies`].includes(word);
}

function squeezed(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
