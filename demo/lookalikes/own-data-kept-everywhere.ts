import type { Lookalike } from '../fault';
import { swapped, withScript } from '../pages/change';

const keeping = `document.body.setAttribute('data-state', 'loaded');
  const text = JSON.stringify(_account);
  const opening = indexedDB.open('harbour-lane');
  opening.onupgradeneeded = () => opening.result.createObjectStore('account');
  opening.onsuccess = () => {
    opening.result.transaction('account', 'readwrite').objectStore('account').put(text, 'own');
    opening.result.close();
  };
  void caches.open('harbour-lane').then((cache) => cache.put('/own-account', new Response(text)));
  URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  postMessage({ kind: 'account', text }, location.origin);
  document.createElement('canvas').getContext('2d')?.fillText(_account.name, 4, 12);
  const sheet = new CSSStyleSheet();
  sheet.insertRule('@media print { body::after { content: ' + JSON.stringify('Printed for ' + _account.name) + ' } }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const line = document.createElement('p');
  addEventListener('beforeprint', () => {
    line.textContent = sessionGoodUntil() > Date.now() ? _account.email : '';
    document.body.append(line);
  });
  addEventListener('afterprint', () => line.remove());
  document.addEventListener('copy', (event) => {
    if (sessionGoodUntil() > Date.now()) event.clipboardData.setData('text/plain', _account.email);
  });
  void fetch('/robots.txt', { headers: { 'x-account': encodeURIComponent(_account.email) } });`;

const forgetting = `export function forgetAccount() {
  indexedDB.deleteDatabase('harbour-lane');
  void caches.delete('harbour-lane');`;

/** Whoever comes when nobody's session is good any more finds nothing: the first script of any page sees to that. */
const forgettingAtLoad = `
function sessionGoodUntil() {
  const key = Object.keys(localStorage).find((name) => /^sb-.+-auth-token$/.test(name));
  const [, claims] = key ? JSON.parse(localStorage.getItem(key)).access_token.split('.') : [];
  return claims ? JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).exp * 1000 : 0;
}
if (sessionGoodUntil() < Date.now()) forgetAccount();
`;

/** Offline copies, a chart, an export, something for paper and for who copies: all of it the visitor's own, and gone when its session ends. */
export const ownDataKeptEverywhere: Lookalike = {
  id: 'own-data-kept-everywhere',
  resembles: 'shared-state',
  sentence:
    'The account page keeps the visitor’s own account in databases, caches, files, drawings, prints and copies, until its session ends.',
  change: (parts) =>
    withScript(parts, 'memory.js', (source) => {
      const kept = swapped(source, "document.body.setAttribute('data-state', 'loaded');", keeping);
      return `${swapped(kept, 'export function forgetAccount() {', forgetting)}${forgettingAtLoad}`;
    }),
  caughtBy: [],
  verdict: 'held',
};
