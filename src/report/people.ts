/** Names of the house in words for people who have never seen its code. */
const known: Readonly<Record<string, string>> = {
  loggedOut: 'a logged-out visitor',
  expiredSession: 'a user whose session has expired',
  forgedToken: 'somebody with a forged token',
  signedOut: 'somebody who kept a signed-out token',
  otherAudience: 'somebody with a token for another service',
  otherProject: 'somebody with a token of another project',
  publishableKey: 'somebody with the publishable key for a login',
  selfPromoted: 'a user who calls himself an admin',
  wrongTenant: 'a user of another tenant',
  mobile: 'a user on a phone',
  slowNetwork: 'a user on a slow network',
  admin: 'the admin',
  staff: 'staff',
};

/** `userA` becomes `user A`, `loggedOut` becomes `a logged-out visitor`. For use within a sentence. */
export function personInWords(name: string): string {
  return known[name] ?? splitCamel(name);
}

/** The same as the beginning of a line. */
export function personAsHeading(name: string): string {
  return capitalised(splitCamel(name));
}

/** With a capital letter at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 attempt`, `2 attempts`; of words with a plural of their own, `1 person`, `2 people`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function splitCamel(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(' ');
  return words.map((word) => (word.length === 1 ? word : word.toLowerCase())).join(' ');
}
