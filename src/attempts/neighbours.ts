/** How far from an own id somebody tries first. */
const steps = [1, -1, 2, -2];

/**
 * The ids beside an own one, for ids that count: `1001` → `1002`, `1000`, ... None for ids of which nobody can know the
 * next one, such as random UUIDs.
 */
export function neighboursOf(id: string): readonly string[] {
  const [, start = '', digits = ''] = /^(.*?)(\d+)$/.exec(id) ?? [];
  const isRandom = /[a-f]/i.test(start.slice(start.lastIndexOf('-') + 1));
  if (digits === '' || isRandom || digits.replace(/^0+/, '').length > 9) return [];
  return steps
    .map((step) => Number(digits) + step)
    .filter((number) => number >= 0)
    .map((number) => `${start}${String(number).padStart(digits.length, '0')}`);
}
