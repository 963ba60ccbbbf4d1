import type { Mask } from './token-shapes';

/**
 * Masks whatever this process writes to stdout and stderr from now on, before anybody else sees it: the runner hands a
 * worker's output to reporters at once, and one of them copies it before it could be redacted.
 * What is no text goes through a text all the same: nothing binary is expected there.
 * @returns undoes it
 */
export function muteSecrets(mask: Mask): () => void {
  const undo = [muteStream(process.stdout, mask), muteStream(process.stderr, mask)];
  return () => {
    for (const unmute of undo) unmute();
  };
}

type Write = typeof process.stdout.write;
type WriteCallback = (error?: Error | null) => void;

function muteStream(stream: NodeJS.WriteStream, mask: Mask): () => void {
  const original: Write = stream.write.bind(stream);
  const before = Object.getOwnPropertyDescriptor(stream, 'write');
  const masked = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | WriteCallback,
    callback?: WriteCallback,
  ): boolean => {
    const text = mask(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return original(text, typeof encoding === 'function' ? encoding : callback);
  };
  stream.write = masked;
  return () => {
    if (before) Object.defineProperty(stream, 'write', before);
    else Reflect.deleteProperty(stream, 'write');
  };
}
