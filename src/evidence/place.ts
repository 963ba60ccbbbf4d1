/**
 * An address as a place to go and look at: without credentials, without what stands behind `#`, and with the names of
 * its parameters but not their values. (The whole address is evidence of its own: see the channels `request` and
 * `title-and-url`.)
 */
export const placeOf = (address: string): string => {
  if (address.startsWith('data:')) return 'data:';
  if (!URL.canParse(address)) return address.slice(0, 200);
  const { protocol, host, pathname, searchParams } = new URL(address);
  const names = [...new Set(searchParams.keys())];
  const query = names.length === 0 ? '' : `?${names.map((name) => `${name}=…`).join('&')}`;
  const origin = host === '' ? protocol : `${protocol}//${host}`;
  return `${origin}${pathname}${query}`;
};
