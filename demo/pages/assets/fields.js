/** Reading what the API answered: nothing is believed about its shape. */

/** @typedef {Readonly<Record<string, unknown>>} Row */

/**
 * @param {unknown} value
 * @returns {value is Row}
 */
function isRow(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * @param {unknown} value
 * @returns {Row}
 */
export function rowIn(value) {
  return isRow(value) ? value : {};
}

/**
 * The objects of a list; none when it is no list.
 * @param {unknown} value
 * @returns {readonly Row[]}
 */
export function rowsIn(value) {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/**
 * @param {Row} row
 * @param {string} field
 */
export function textIn(row, field) {
  const value = row[field];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/**
 * @param {Row} row
 * @param {string} field
 */
export function numberIn(row, field) {
  return Number(textIn(row, field));
}
