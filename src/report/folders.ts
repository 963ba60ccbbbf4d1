import { join, resolve } from 'node:path';

/** Where a run leaves its files. */
export interface ReportFolders {
  readonly root: string;
  /** One JSON file for each stage of the run. */
  readonly results: string;
  /** Playwright's own report. */
  readonly html: string;
  /** Our own report, for reading. */
  readonly acceptance: string;
  /** One file for each leak that a probe found, to be kept and tried again. */
  readonly frozen: string;
  /** The same report, for machines. */
  readonly acceptanceJson: string;
  /** Every endpoint that was found, for reading and for machines. */
  readonly inventory: string;
  readonly inventoryJson: string;
}

/**
 * The folders of the reports.
 * @param root an absolute or relative path; by default `TRESPASS_REPORTS`, else `reports` of the current folder
 */
export function reportFolders(root = process.env['TRESPASS_REPORTS'] || 'reports'): ReportFolders {
  const path = resolve(root);
  return {
    root: path,
    results: join(path, 'results'),
    html: join(path, 'html'),
    acceptance: join(path, 'acceptance'),
    frozen: join(path, 'frozen'),
    acceptanceJson: join(path, 'acceptance.json'),
    inventory: join(path, 'inventory.html'),
    inventoryJson: join(path, 'inventory.json'),
  };
}
