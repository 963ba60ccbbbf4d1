/** The address of a request, changed: a path stays a path, and what is asked of another host stays with that host. */
export function changedAddress(address: string, change: (url: URL) => void): string {
  const isPath = address.startsWith('/');
  const url = new URL(address, 'http://product.invalid');
  change(url);
  return `${isPath ? '' : url.origin}${url.pathname}${url.search}`;
}
