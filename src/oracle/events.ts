/** A part of a text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The data of one event of a stream, by its place in the text: pieces of `data:` lines, or a line of NDJSON. */
export interface StreamEvent {
  readonly pieces: readonly Piece[];
}

/**
 * Splits an event stream (`data:` lines, events parted by blank lines) or NDJSON into events.
 * @returns `null` when the text is neither
 */
export function streamEvents(text: string, type = ''): readonly StreamEvent[] | null {
  if (
    type.includes('event-stream') ||
    /^(?::[^\n]*\n|(?:event|id|retry):[^\n]*\n)*data:/.test(text.slice(0, 2_000))
  )
    return serverSent(text);
  if (type.includes('ndjson') || type.includes('jsonl') || looksLikeLines(text)) return jsonLines(text);
  return null;
}

function looksLikeLines(text: string): boolean {
  return /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 20_000));
}

function* lines(text: string): Generator<Piece> {
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    yield { start, end: text[end - 1] === '\r' ? end - 1 : end };
    start = end + 1;
  }
}

function serverSent(text: string): readonly StreamEvent[] {
  const events: StreamEvent[] = [];
  let pieces: Piece[] = [];
  for (const { start, end } of lines(text)) {
    if (end <= start) {
      if (pieces.length > 0) events.push({ pieces });
      pieces = [];
    } else if (text.startsWith('data:', start)) {
      const begin = start + (text[start + 5] === ' ' ? 6 : 5);
      if (text.slice(begin, end) !== '[DONE]') pieces.push({ start: begin, end });
    }
  }
  if (pieces.length > 0) events.push({ pieces });
  return events;
}

function jsonLines(text: string): readonly StreamEvent[] {
  return [...lines(text)].filter(({ start, end }) => end > start).map((piece) => ({ pieces: [piece] }));
}
