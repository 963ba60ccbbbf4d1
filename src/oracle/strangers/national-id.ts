import type { Candidate, Detector } from './detector';
import { nationalIds, type NationalId } from './national-ids';

/** Numbers that a state gives to each person: in the groups they are written in, or behind a label. */
export const nationalId: Detector = {
  kind: 'national id',
  pattern:
    /(?<![\p{L}\p{N}._/-])(?:[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|[XYZ]?\d{1,8}-?[A-Z]|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|\d[\d .-]{7,20}\d)(?![\p{L}\p{N}]|[-_]\d)/gu,
  isLikely: (candidate) => kindsOf(candidate).length > 0,
  async read(candidate) {
    const { stdnum } = await import('stdnum');
    const digits = candidate.text.replace(/[^0-9A-Z]/g, '');
    const isReal = ({ checks, examples, respelled = asItIs }: NationalId): boolean =>
      examples?.has(digits) !== true &&
      checks.some(
        ([country, number]) => stdnum[country]?.[number]?.validate(respelled(candidate.text)).isValid,
      );
    return kindsOf(candidate).some(isReal) ? { normal: digits } : null;
  },
};

function asItIs(text: string): string {
  return text;
}

function kindsOf({ text, before }: Candidate): readonly NationalId[] {
  return nationalIds.filter(({ grouped, bare, label }) => {
    const isGrouped = grouped?.test(text) ?? false;
    return isGrouped || (bare.test(text) && label.test(before));
  });
}
