/** `2026-03-01 14:05 UTC`. */
export function dateInWords(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** Time of day to the millisecond: `14:05:09.120 UTC`. */
export function momentInWords(iso: string): string {
  return `${iso.slice(11, 23)} UTC`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`. */
export function secondsInWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
