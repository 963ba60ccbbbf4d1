import { Faker, en } from '@faker-js/faker';
import { accountVariables } from './config-text';

/** Something made up that one account should have, with values that nobody else has. */
export interface SampleRecord {
  readonly account: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A record for each customer's account, so telling that it can be known again wherever it turns up.
 * @param seed another one makes other records
 */
export function sampleRecords(seed: number): readonly SampleRecord[] {
  const faker = new Faker({ locale: en, seed });
  const customers = Object.keys(accountVariables).filter((account) => account !== 'admin');
  return customers.map((account) => ({
    account,
    fields: {
      reference: `TR-${faker.string.alphanumeric({ length: 8, casing: 'upper' })}`,
      note: faker.lorem.sentence({ min: 8, max: 12 }),
      email: `${faker.string.alpha({ length: 9, casing: 'lower' })}@example.com`,
    },
  }));
}
