import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faker } from '@faker-js/faker';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { disguises, type Disguise } from '../src/oracle/disguises';
import { createMatcher } from '../src/oracle/matcher';
import { createOracle, type Oracle } from '../src/oracle/oracle';
import { packedText } from '../src/oracle/pack';
import { median } from './parts/median';
import { lookAlikes } from './tables/look-alikes';
import { pageTraffic } from './parts/traffic';
import type { Exhibit, OwnedRecord } from '../src/words';

const viewer = { name: 'visitor', sees: [] } as const;
const root = new URL('..', import.meta.url).pathname;

export interface OracleBench {
  /** Share of values found, by disguise. */
  readonly recall: Readonly<Record<string, number>>;
  /** Values wrongly found in text that has none, by number of records. */
  readonly falseAlarms: Readonly<Record<number, number>>;
  /** Megabytes of text in a second, by way of searching. */
  readonly speed: Readonly<Record<string, number>>;
}

/** Measures recall on disguised values, false alarms on real scripts and documents, and speed; prints tables. */
export async function benchOracle(): Promise<OracleBench> {
  faker.seed(3);
  const result = { ...corpusFigures(), recall: recall(200) };
  print('Recall by disguise', result.recall, (share) => share.toFixed(3));
  print('False alarms on the corpus, by number of records', result.falseAlarms, String);
  print('MB/s', result.speed, (speed) => speed.toFixed(2));
  return result;
}

/** Eight kinds of value, high in entropy. */
function valuesOfPerson(): Readonly<Record<string, string>> {
  const [first, last] = [
    faker.person.firstName(),
    `${faker.person.lastName()}${faker.string.alpha(3).toLowerCase()}`,
  ];
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}@${faker.internet.domainName()}`.toLowerCase(),
    phone: `+49 15${faker.string.numeric(1)} ${faker.string.numeric(8)}`,
    address: `${faker.number.int({ min: 1, max: 999 })} ${faker.location.street()}, ${faker.location.zipCode()} ${faker.location.city()}`,
    reference: `HL-${faker.string.alphanumeric({ length: 4, casing: 'upper' })}-${faker.string.alphanumeric({ length: 4, casing: 'upper' })}`,
    invoice: `INV-${faker.string.numeric(8)}`,
    note: faker.lorem.sentence({ min: 8, max: 14 }),
    id: faker.string.uuid(),
  };
}

function people(count: number): readonly OwnedRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    owner: `person${index}`,
    kind: 'profile',
    fields: valuesOfPerson(),
  }));
}

function oracleFor(records: readonly OwnedRecord[]): Oracle {
  return createOracle({ records, publicValues: [], key: 'bench' });
}

function recall(count: number): Readonly<Record<string, number>> {
  const records = people(count);
  const oracle = oracleFor(records);
  const found = ({ name, hide, fits = () => true }: (typeof disguises)[number]): [string, number] => {
    const tries = records.flatMap((record) =>
      Object.entries(record.fields).map(([field, value]) => ({ ...record, field, value })),
    );
    const fitting = tries.filter(({ value }) => fits(value));
    const hits = fitting.filter(({ owner, field, value }) =>
      oracle
        .search([exhibitOf(`${faker.lorem.words(3)}: ${hide(value)} ; ${faker.lorem.words(2)}`)], viewer, [])
        .findings.some((finding) => finding.owner === owner && finding.field === field),
    );
    return [name, hits.length / Math.max(1, fitting.length)];
  };
  return Object.fromEntries([...disguises, ...inLookAlikes()].map(found));
}

/** Letters written as random signs that are taken for them, every second one and all; digits stay. */
function inLookAlikes(): readonly Disguise[] {
  const shapes = lookAlikes();
  const replaced = (value: string, share: number): string =>
    Array.from(value, (letter) => {
      const others = shapes.get(letter.toLowerCase()) ?? [];
      return others.length === 0 || faker.number.float() >= share
        ? letter
        : faker.helpers.arrayElement(others);
    }).join('');
  return [
    { name: 'random look-alikes, half', hide: (value) => replaced(value, 0.5) },
    { name: 'random look-alikes, all', hide: (value) => replaced(value, 1) },
  ];
}

/** Scripts, style sheets, data and documents of the packages that are installed: what pages are made of. */
function corpus(megabytes: number): readonly string[] {
  const texts: string[] = [];
  let size = 0;
  const files = readdirSync(join(root, 'node_modules'), { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (size > megabytes * 1e6) break;
    if (!file.isFile() || !/\.(js|mjs|css|md|html|json|svg)$/.test(file.name)) continue;
    const text = readFileSync(join(file.parentPath, file.name), 'utf8').slice(0, 1_000_000);
    texts.push(text);
    size += text.length;
  }
  return texts;
}

const rounds = 3;

/** False alarms and speed on files as they come, many of them tiny, and on what pages bring; medians of some rounds. */
function corpusFigures(): Pick<OracleBench, 'falseAlarms' | 'speed'> {
  const texts = { 'files of packages': corpus(10), 'page traffic': pageTraffic() };
  const falseAlarms: Record<number, number> = {};
  const speed: Record<string, number> = {};
  for (const bodies of Object.values(texts)) searched(bodies, people(12)); // what is cold is compiled
  for (const count of [100, 1_000, 10_000]) {
    const records = people(Math.round(count / 8));
    for (const [name, bodies] of Object.entries(texts)) {
      const runs = Array.from({ length: rounds }, () => searched(bodies, records));
      falseAlarms[count] = (falseAlarms[count] ?? 0) + (runs[0]?.findings ?? 0);
      speed[`whole pipeline, ${name}, ${count} values`] = median(runs.map((run) => run.speed));
    }
  }
  return { falseAlarms, speed: { ...speed, ...usualWays(texts['page traffic']) } };
}

/** By an oracle of its own, which remembers none of the bodies. */
function searched(
  bodies: readonly string[],
  records: readonly OwnedRecord[],
): { readonly findings: number; readonly speed: number } {
  const oracle = oracleFor(records);
  let findings = 0;
  const speed = rate(bodies, () => {
    findings = oracle.search(bodies.map(exhibitOf), viewer, []).findings.length;
  });
  return { findings, speed };
}

function exhibitOf(body: string): Exhibit {
  return { channel: 'bench', where: { part: 'body' }, at: 0, body };
}

/** Matching alone, beside what people usually take, over the same text with the same 10,000 keys. */
function usualWays(texts: readonly string[]): Readonly<Record<string, number>> {
  const values = people(1_250).flatMap(({ fields }) => Object.values(fields));
  const keys = [...new Set(values.map((value) => packedText(value, 'sound')))].filter(
    ({ length }) => length > 6,
  );
  const matcher = createMatcher(keys);
  const little = texts.slice(0, 20);
  const expression = new RegExp(
    values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  );
  return {
    'matching, 10,000 keys': rate(texts, (text) => matcher.scan(text, 'sound', () => undefined)),
    'packing and Aho-Corasick, 10,000 keys': ahoCorasick(keys, texts),
    ...ripgrep(values, texts),
    'includes, 10,000 values': rate(little, (text) => values.filter((value) => text.includes(value)).length),
    'one RegExp, 10,000 values': rate(little, (text) => Array.from(text.matchAll(expression)).length),
  };
}

/** The library of that kind that keeps up with long texts, on the same packed text. */
function ahoCorasick(keys: readonly string[], texts: readonly string[]): number {
  const automaton = new AhoCorasick([...keys]);
  return rate(texts, (text) => automaton.matchInText(packedText(text, 'sound')));
}

/** A process of its own over a file: by the clock, and only where it is installed. Nothing but plain values is found. */
function ripgrep(values: readonly string[], texts: readonly string[]): Readonly<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'trespass-bench-'));
  try {
    const [text, patterns] = [join(folder, 'text'), join(folder, 'patterns')];
    writeFileSync(text, texts.join('\n'));
    writeFileSync(patterns, values.join('\n'));
    const started = performance.now();
    const { error } = spawnSync('rg', ['--fixed-strings', '--text', '--count', '--file', patterns, text]);
    const seconds = (performance.now() - started) / 1000;
    if (error !== undefined) return {};
    return { 'ripgrep, 10,000 values (by the clock)': statSync(text).size / 1e6 / seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Megabytes per second of the processor. `work` gets each text, or is called once when it takes none. */
function rate(texts: readonly string[], work: (text: string) => unknown): number {
  const started = process.cpuUsage();
  if (work.length === 0) work('');
  else for (const text of texts) work(text);
  const { user, system } = process.cpuUsage(started);
  return texts.reduce((sum, { length }) => sum + length, 0) / (user + system);
}

function print(
  title: string,
  rows: Readonly<Record<string, number>>,
  write: (value: number) => string,
): void {
  const width = Math.max(...Object.keys(rows).map(({ length }) => length));
  const lines = Object.entries(rows).map(([name, value]) => `  ${name.padEnd(width)}  ${write(value)}`);
  process.stdout.write(`${[title, ...lines].join('\n')}\n\n`);
}

await benchOracle();
