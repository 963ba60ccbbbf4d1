import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { config as readDotenv } from 'dotenv';
import { configError, configFile } from './config-error';
import { withLearnedRecords } from './learn';
import { isRehearsal, rehearsedRecords } from './rehearsal';
import type { Product } from './types';

let loaded: Promise<Product> | undefined;

/**
 * The product under test, read once per process: first `.env` (what is set already wins), then the file that
 * `PRODUCT` names, or `product.config.ts` of the working directory.
 *
 * @throws {ConfigError} with everything that is wrong with it
 */
export function loadProduct(): Promise<Product> {
  return (loaded ??= load());
}

async function load(): Promise<Product> {
  readDotenv({ quiet: true });
  const name = configFile();
  const file = resolve(name);
  if (!existsSync(file)) {
    throw configError(name, [
      { at: 'the file', seen: 'does not exist', next: 'set PRODUCT to the path of your config' },
    ]);
  }
  takeAsModules(file);
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const product = exported(module, 'product') ?? exported(module, 'default');
  if (isProduct(product)) return product.learn ? withAllRecords(product) : product;
  throw configError(name, [
    {
      at: 'the file',
      seen: 'exports no product',
      next: 'write: export const product = defineProduct({ … })',
    },
  ]);
}

/**
 * A config that lies elsewhere lies in a folder of which Node may think that its scripts are CommonJS. Playwright would load
 * it as that; who runs by tsx needs no help, and takes none amiss.
 */
function takeAsModules(file: string): void {
  if (!relative(process.cwd(), file).startsWith('..')) return;
  const folder = new URL('./', pathToFileURL(file)).href;
  register('./as-modules.js', import.meta.url, { data: { folder } });
}

/** Where nothing may be sent, nothing is learned. */
async function withAllRecords(product: Product): Promise<Product> {
  if (!isRehearsal()) return withLearnedRecords(product);
  return { ...product, records: [...product.records, ...rehearsedRecords(product)], overlaps: [] };
}

function exported(module: unknown, name: string): unknown {
  return typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
}

/** What `defineProduct` made; it has checked the rest. */
function isProduct(value: unknown): value is Product {
  return (
    typeof value === 'object' && value !== null && ['signIn', 'reads', 'limits'].every((key) => key in value)
  );
}
