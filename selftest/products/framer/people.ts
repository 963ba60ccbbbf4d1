import { customers, type Customer } from '../shop';

/** The same customer under the id that Supabase would have given. */
export function userIdOf({ id }: Customer): string {
  return `6b1f02d7-93ce-4e58-a4d1-${String(id).padStart(4, '0')}c7e35f90`;
}

/** Who has a user id. */
export function customerBy(userId: unknown): Customer | undefined {
  return customers.find((customer) => userIdOf(customer) === userId);
}
