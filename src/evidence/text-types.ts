const textual =
  /^text\/|[/+](json|xml|javascript|ecmascript|x-ndjson|jsonl|x-www-form-urlencoded|graphql)\b/i;

/** Bytes as text where their media type says that they are text and they are; else as they are. */
export const textOrBytes = (bytes: Uint8Array, type: string): string | Uint8Array => {
  if (!textual.test(type)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
};

/** Text that was received so far: a letter whose bytes have not all come yet is left out. */
export const textOrBytesSoFar = (bytes: Uint8Array, type: string): string | Uint8Array => {
  if (!textual.test(type)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return bytes;
  }
};
