import { formsOf, type Literal } from './literal-forms';
import { createReplacer } from './replacer';

/** A literal that stands in something that was written. */
export interface Written {
  readonly label: string;
  /** `raw`, `url`, `json`, `html`, `base64`. */
  readonly form: string;
}

/**
 * Makes the function that searches what was written (reports, traces) for literals that must not be in it.
 * Bytes are read as Latin-1 with the literals' UTF-8 bytes, so that any file can be searched.
 */
export function createSearch(
  literals: readonly Literal[],
): (written: string | Uint8Array) => readonly Written[] {
  const forms = formsOf(literals);
  const inText = createReplacer(forms);
  const inBytes = createReplacer(
    forms.flatMap((form) => [form, { ...form, text: Buffer.from(form.text).toString('latin1') }]),
  );
  return (written) => {
    const found = new Map<string, Written>();
    const note = ({ label, form }: Written): void => void found.set(`${label} ${form}`, { label, form });
    if (typeof written === 'string') inText(written, note);
    else
      inBytes(Buffer.from(written.buffer, written.byteOffset, written.byteLength).toString('latin1'), note);
    return [...found.values()];
  };
}
