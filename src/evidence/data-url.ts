/**
 * The bytes of a `data:` address in base64, with their media type. An empty file comes as a mere `data:`.
 */
export const bytesOfDataUrl = (
  address: string,
): { readonly body: Uint8Array | string; readonly type?: string } => {
  const comma = address.indexOf(',');
  const head = address.slice(0, Math.max(comma, 0));
  if (!head.endsWith(';base64')) return { body: '' };
  const type = head.slice('data:'.length).split(';')[0] ?? '';
  return { body: Buffer.from(address.slice(comma + 1), 'base64'), ...(type === '' ? {} : { type }) };
};
