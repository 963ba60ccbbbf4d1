type Headers = Readonly<Record<string, string>>;

/** Headers by which caches between browser and product say that they answered. */
const saysHit = [
  'x-cache',
  'cf-cache-status',
  'x-vercel-cache',
  'x-nf-cache-status',
  'x-proxy-cache',
  'x-drupal-cache',
];

/**
 * What an answer's own headers say of caches that many people share. On an answer that holds somebody's records these are
 * reasons to look, and no more: a leak is a record in somebody else's answer. Pure; sentences without values.
 *
 * @param headers names in lower case
 */
export function cacheHints(headers: Headers): readonly string[] {
  const hits = saysHit.filter((name) => /\bhit\b/i.test(headers[name] ?? ''));
  const age = Number(headers['age'] ?? 0);
  const mayBeShared = isForAll(headers['cache-control'] ?? '');
  return [
    ...hits.map((name) => `a cache on the way has answered (${name})`),
    ...(age > 0 ? ['it had been kept for a while before it came (age)'] : []),
    ...(mayBeShared ? ['every cache on the way may keep it (cache-control)'] : []),
    ...((mayBeShared || hits.length > 0) && !isByPerson(headers['vary'] ?? '')
      ? ['nothing says that it differs by who asks (vary)']
      : []),
  ];
}

function isForAll(control: string): boolean {
  if (/\b(?:private|no-store)\b/i.test(control)) return false;
  return /\bpublic\b|\bs-maxage=[1-9]/i.test(control);
}

function isByPerson(vary: string): boolean {
  return /\*|\b(?:authorization|cookie)\b/i.test(vary);
}
