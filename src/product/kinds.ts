import type { Product } from './types';

/** Kinds of record that the config reads and an account owns: `booking`, `invoice`, ... */
export function kindsOfRecords(product: Product): readonly string[] {
  return kindsOwnedBy(product, (owner) => owner in product.accounts);
}

/** Kinds that only a group such as the staff owns: what a customer may not even see about himself. */
export function kindsOfStaff(product: Product): readonly string[] {
  const ofAccounts = new Set(kindsOfRecords(product));
  return kindsOwnedBy(product, (owner) => !(owner in product.accounts)).filter(
    (kind) => !ofAccounts.has(kind),
  );
}

function kindsOwnedBy({ records, reads }: Product, isOwner: (owner: string) => boolean): readonly string[] {
  const owned = new Set(records.filter(({ owner }) => isOwner(owner)).map(({ kind }) => kind));
  return [...new Set(reads.map(({ kind }) => kind))].filter((kind) => owned.has(kind));
}
