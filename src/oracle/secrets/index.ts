import { createHmac } from 'node:crypto';
import type { Exhibit, Finding, Viewer } from '../../words';
import { decodeBody } from '../body';
import { secretSeverity } from '../severity';
import { nameOfText } from '../name-of-text';
import { claimsOf } from './jwt';
import { partsOf } from './parts';
import { scanForSecrets, type Secret } from './scan';

/** A secret with the place in the body that it was found at. */
interface Sighting extends Secret {
  readonly offset: number;
  readonly disguise: readonly string[];
  readonly path?: string;
}

/**
 * Finds keys, tokens and passwords in what a viewer was shown. Publishable keys are no finding.
 * @param own the viewer's own tokens, and so every session token of the same subject
 */
export async function findSecrets(
  exhibits: readonly Exhibit[],
  viewer: Viewer,
  key: string | Uint8Array,
  own: readonly string[] = [],
): Promise<Finding[]> {
  const subjects = new Set(
    own.map((token) => claimsOf(token)?.['sub']).filter((subject) => typeof subject === 'string'),
  );
  const isOwn = (secret: Secret): boolean =>
    own.includes(secret.text) ||
    (secret.subject !== undefined && secret.rule === 'session-token' && subjects.has(secret.subject));
  const findings = new Map<string, Finding>();
  for (const exhibit of exhibits) {
    const text = textOf(exhibit);
    if (text === null) continue;
    for (const sighting of await sightingsIn(text)) {
      if (isOwn(sighting)) continue;
      const finding = findingOf(sighting, exhibit, viewer, key);
      const name = JSON.stringify([
        finding.fingerprint,
        exhibit.channel,
        exhibit.where.url,
        exhibit.where.part,
        exhibit.where.selector,
      ]);
      if (!findings.has(name)) findings.set(name, finding);
    }
  }
  return [...findings.values()];
}

function textOf({ body, type }: Exhibit): string | null {
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return null;
  const decoded = decodeBody(body, type);
  return decoded.is === 'text' ? decoded.text : null;
}

function findingOf(
  sighting: Sighting,
  { channel, where, at, until }: Exhibit,
  viewer: Viewer,
  key: string | Uint8Array,
): Finding {
  return {
    rule: sighting.rule,
    severity: secretSeverity[sighting.rule] ?? 'high',
    viewer: viewer.name,
    owner: null,
    kind: sighting.rule,
    field: sighting.name,
    channel,
    where: {
      ...where,
      ...(sighting.path === undefined ? { offset: sighting.offset } : { path: sighting.path }),
    },
    shown: { from: at, ...(until === undefined ? {} : { to: until }) },
    disguise: sighting.disguise,
    fingerprint: createHmac('sha256', key).update(normal(sighting.text)).digest('hex').slice(0, 12),
  };
}

const mostRemembered = 5_000;
const remembered = new Map<string, readonly Sighting[]>();

/** Each distinct text is scanned once in a process: bundles are seen by every visitor. */
async function sightingsIn(text: string): Promise<readonly Sighting[]> {
  const name = nameOfText(text);
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const sightings = new Map<string, Sighting>();
  for (const { text: reading, from, disguise, path } of partsOf(text)) {
    for (const secret of await scanForSecrets(reading)) {
      const sighting = {
        ...secret,
        offset: from(secret.index),
        disguise,
        ...(path === undefined ? {} : { path }),
      };
      const place = `${path ?? ''} ${sighting.offset} ${secret.rule}`;
      const earlier = sightings.get(place);
      if (earlier === undefined || earlier.text.length < secret.text.length) sightings.set(place, sighting);
    }
  }
  const distinct = [...sightings.values()].filter(
    (one, index, all) => !all.slice(0, index).some((earlier) => normal(earlier.text) === normal(one.text)),
  );
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(name, distinct);
  return distinct;
}

/** A key is the same key on one line and on several. */
function normal(secret: string): string {
  return secret.replace(/\\+[nrt]|\s/g, '');
}
