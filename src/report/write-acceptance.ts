import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept } from './acceptance';
import type { Acceptance } from './acceptance-schema';
import { reportFolders } from './folders';
import { inventoryOf } from './inventory';
import { render } from './render';
import { renderInventory } from './render-inventory';
import { frozenCases, writeFrozen } from './frozen';
import { readResults, type Stage } from './results';

/**
 * Writes the report from the results that lie in `results/`: `acceptance.json` and `acceptance/index.html`,
 * where a test walked through the product `inventory.json` and `inventory.html`,
 * and in `frozen/` a case for each leak that a probe found.
 * @param reports folder of the reports
 * @param expected stages without which the result is unknown
 * @throws when the folder cannot be written to
 */
export function writeAcceptance(reports: string, expected: readonly Stage[] = []): Acceptance {
  const folders = reportFolders(reports);
  const results = readResults(folders.results);
  const acceptance = accept(results, { expected, now: new Date() });
  writeFrozen(folders.frozen, frozenCases(results, new Date()));
  mkdirSync(folders.acceptance, { recursive: true });
  writeFileSync(join(folders.acceptance, 'index.html'), render(acceptance));
  writeFileSync(folders.acceptanceJson, `${JSON.stringify(acceptance, null, 2)}\n`);
  const inventory = inventoryOf(results);
  if (inventory) {
    writeFileSync(folders.inventory, renderInventory(inventory));
    writeFileSync(folders.inventoryJson, `${JSON.stringify(inventory, null, 2)}\n`);
  }
  return acceptance;
}

/** Removes the report of a former run, so that it is never taken for the one of a run that did not get so far. */
export function removeAcceptance(reports: string): void {
  const folders = reportFolders(reports);
  rmSync(folders.frozen, { recursive: true, force: true });
  rmSync(folders.acceptance, { recursive: true, force: true });
  for (const file of [folders.acceptanceJson, folders.inventory, folders.inventoryJson])
    rmSync(file, { force: true });
}
