import { labelled } from './detector';

/** One country's number, as its people write it. */
export interface NationalId {
  readonly name: string;
  /** Its own groups, which little else has: enough without a label. */
  readonly grouped?: RegExp;
  /** How it looks behind a label. */
  readonly bare: RegExp;
  readonly label: RegExp;
  /** Country and number by which `stdnum` knows its check digits; one of them has to agree. */
  readonly checks: readonly (readonly [country: string, number: string])[];
  /** As `stdnum` wants it written, where it takes only one spelling. */
  readonly respelled?: (text: string) => string;
  /** Published as examples, or misused so often that they are nobody's. */
  readonly examples?: ReadonlySet<string>;
}

/** Common words for all of them. */
const label = (words: string): RegExp =>
  labelled(`${words}|national[\\w -]{0,3}id|tax[\\w -]{0,3}id|\\btin|personal[\\w -]{0,3}(?:id|number)`);

export const nationalIds: readonly NationalId[] = [
  {
    name: 'US social security number',
    grouped: /^\d{3}-\d{2}-\d{4}$/,
    bare: /^\d{3}[ -]?\d{2}[ -]?\d{4}$/,
    label: label('\\bssn|social[ _-]?security'),
    checks: [['US', 'ssn']],
    examples: new Set(['078051120', '219099999', '457555462', '123456789']),
  },
  {
    name: 'British national insurance number',
    grouped: /^[A-Z]{2} \d{2} \d{2} \d{2} [A-D]$/,
    bare: /^[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/,
    label: label('\\bnino|national[ _-]?insurance|\\bni[ _-]?(?:no|number)'),
    checks: [['GB', 'nino']],
    examples: new Set(['QQ123456C', 'AB123456C']),
  },
  {
    name: 'Italian codice fiscale',
    grouped: /^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/,
    bare: /^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/,
    label: label('codice[ _-]?fiscale'),
    checks: [['IT', 'codicefiscale']],
    examples: new Set(['RSSMRA85T10A562S', 'RSSMRA80A01H501U']),
  },
  {
    name: 'Spanish DNI or NIE',
    grouped: /^(?:\d{8}|[XYZ]\d{7})-[A-Z]$/,
    bare: /^(?:\d{8}|[XYZ]\d{7})-?[A-Z]$/,
    label: label('\\bdni|\\bnie|\\bnif|documento'),
    checks: [
      ['ES', 'dni'],
      ['ES', 'nie'],
    ],
    examples: new Set(['12345678Z', '00000000T']),
  },
  {
    name: 'French NIR',
    grouped: /^[12] \d{2} \d{2} \d{2} \d{3} \d{3} \d{2}$/,
    bare: /^[12][\d ]{14,20}$/,
    label: label('\\bnir|s[ée]curit[ée][ _-]?sociale|\\bins[ée]e'),
    checks: [['FR', 'nir']],
  },
  {
    name: 'German tax number of a person',
    grouped: /^\d{2} \d{3} \d{3} \d{3}$/,
    bare: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    label: label('steuer[ _-]?id\\w*|\\bidnr|steuerident\\w*'),
    checks: [['DE', 'idnr']],
    examples: new Set(['86095742719', '47036892816', '65929970489', '57549285017', '25768131411']),
  },
  {
    name: 'Dutch BSN',
    bare: /^\d{4}\.?\d{2}\.?\d{3}$/,
    label: label('\\bbsn|burgerservice\\w*'),
    checks: [['NL', 'bsn']],
    examples: new Set(['111222333', '123456782', '999999990']),
  },
  {
    name: 'Polish PESEL',
    bare: /^\d{11}$/,
    label: label('pesel'),
    checks: [['PL', 'pesel']],
  },
  {
    name: 'Brazilian CPF',
    grouped: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
    bare: /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/,
    label: label('\\bcpf'),
    checks: [['BR', 'cpf']],
    examples: new Set(['12345678909', '39053344705']),
  },
  {
    name: 'Swedish personnummer',
    grouped: /^(?:19|20)?\d{6}-\d{4}$/,
    bare: /^(?:19|20)?\d{6}-?\d{4}$/,
    label: label('person(?:nummer|nr)'),
    checks: [['SE', 'personnummer']],
    respelled: (text) => text.replace(/-?(?=\d{4}$)/, '-'),
  },
  {
    name: 'Swiss AHV number',
    grouped: /^756\.\d{4}\.\d{4}\.\d{2}$/,
    bare: /^756\.?\d{4}\.?\d{4}\.?\d{2}$/,
    label: label('\\bahv|\\bavs|sozialversicherung\\w*'),
    checks: [['CH', 'ssn']],
    examples: new Set(['7569217076985', '7561234567897']),
  },
];
