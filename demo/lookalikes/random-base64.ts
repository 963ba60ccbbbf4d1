import { randomBytes } from 'node:crypto';
import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';
import { printed } from '../records/pdf';

function noise(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

async function brochure(): Promise<string> {
  return Buffer.from(await printed('Summer courses', ['From beginners to skippers', 'Ask us'])).toString(
    'base64',
  );
}

/** Nonces, hashes and state, other ones on each visit. */
export const randomBase64: Lookalike = {
  id: 'random-base64',
  resembles: 'privileged-key-in-page',
  sentence: 'The pages hold long random texts in base64, and a brochure.',
  change: (parts) =>
    withMore(
      parts,
      'footerCode',
      async () => `<div hidden data-nonce="${noise(24)}" data-state="${noise(400)}"></div>
<script type="application/json" id="state">${JSON.stringify({ csrf: noise(32), cursor: noise(64), build: noise(900), brochure: await brochure() })}</script>`,
    ),
  caughtBy: [],
  verdict: 'held',
};
