/**
 * @param {string} date an ISO date, with or without a time
 */
export function dayOf(date) {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * @param {number} amount
 * @param {string} currency
 */
export function money(amount, currency) {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);
}
