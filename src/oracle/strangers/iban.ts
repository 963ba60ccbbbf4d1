import type { Detector } from './detector';

/** What the registry of IBANs and everybody's documentation show as examples. */
const examples = new Set([
  'DE89370400440532013000',
  'DE75512108001245126199',
  'GB82WEST12345698765432',
  'GB29NWBK60161331926819',
  'GB33BUKB20201555555555',
  'FR1420041010050500013M02606',
  'FR7630006000011234567890189',
  'NL91ABNA0417164300',
  'ES9121000418450200051332',
  'AT611904300234573201',
  'CH9300762011623852957',
  'BE68539007547034',
  'IT60X0542811101000000123456',
  'PL61109010140000071219812874',
  'SE4550000000058398257466',
  'PT50000201231234567890154',
  'IE29AIBK93115212345678',
  'DK5000400440116243',
  'NO9386011117947',
  'LU280019400644750000',
]);

/** Bank accounts by their international number, with or without its groups. */
export const iban: Detector = {
  kind: 'bank account',
  pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu,
  isLikely: ({ text }) => /\d{4}/.test(text),
  async read({ text }) {
    const { countrySpecs, electronicFormatIBAN, validateIBAN, ValidationErrorsIBAN } =
      await import('ibantools');
    const whole = electronicFormatIBAN(text) ?? '';
    const length =
      Object.entries(countrySpecs).find(([country]) => whole.startsWith(country))?.[1].chars ?? 0;
    // A word in capitals may follow.
    const account = whole.slice(0, length);
    // The check digits of the whole are enough: not every bank keeps to those of its country.
    const wrong = validateIBAN(account).errorCodes.filter(
      (code) => code !== ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
    );
    return wrong.length === 0 && !examples.has(account) ? { normal: account } : null;
  },
};
