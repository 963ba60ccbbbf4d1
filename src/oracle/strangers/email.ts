import type { LinkifyIt } from 'linkify-it';
import type { Candidate, Detector } from './detector';

/** Mailboxes of an office and not of a person (RFC 2142 and what companies add to it). */
const offices =
  /^(?:info|hello|hi|hey|contact|kontakt|support|help|helpdesk|service|customer\.?(?:service|care)|sales|team|office|admin|administrator|no-?reply|do-?not-?reply|billing|accounts?|accounting|invoices?|newsletter|news|press|media|jobs|careers|hr|people|privacy|dpo|gdpr|legal|security|abuse|postmaster|webmaster|hostmaster|bookings?|reservations?|orders?|marketing|feedback|git|root|dev|developers?|notifications?|alerts?|mailer-daemon|bounces?|usenet|noc|enquir(?:y|ies)|inquir(?:y|ies))(?:[+._-].*)?$/i;

/** What people write who mean nobody. */
const placeholders =
  /^(?:you|your|your[._-]?(?:name|email)|name|email|e-mail|user(?:name)?|someone|somebody|first(?:name)?[._-]?last(?:name)?|john[._-]?doe|jane[._-]?doe|j[._]?doe|test(?:er|ing)?\d*|demo|me|foo|bar|example)$/i;

/** Kept for examples (RFC 2606 and 6761), or taken for one by everybody. */
const exampleDomains =
  /(?:^|\.)(?:example\.(?:com|net|org|edu)|example|test|invalid|localhost|local|(?:your-?)?(?:domain|company|site|email)\.(?:com|tld)|foo\.com|bar\.com|acme\.com)$/i;

/** Ends of file names: `logo@2x.png` is no address. */
const fileNames =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|scss|less|m?[jt]sx?|json|map|html?|md|vue|woff2?|ttf|mp[34]|webm|pdf|zip|gz)$/i;

const local = /[\p{L}\p{N}_][\p{L}\p{N}_.+%'-]{0,63}$/u;

/** Addresses at which one person is reached. */
export const email: Detector = {
  kind: 'email address',
  pattern: /@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,62}){1,6}/gu,
  isLikely: (candidate) => addressOf(candidate) !== null,
  async read(candidate) {
    const address = addressOf(candidate);
    if (address === null || !(await isAddress(address))) return null;
    return { normal: address.toLowerCase(), start: candidate.text.length - address.length };
  },
};

/** The whole address, of a candidate that is its second half; `null` for what is none, or nobody's. */
function addressOf({ text, before }: Candidate): string | null {
  // The name and password of a URL: https://key@host.
  if (/:\/\/[^\s/"'<>]*$/.test(before)) return null;
  const name = local.exec(before)?.[0].replace(/'$/, '') ?? '';
  const domain = text.slice(1);
  if (name === '' || !/\.\p{L}{2,24}$/u.test(domain) || fileNames.test(domain) || exampleDomains.test(domain))
    return null;
  const isMachine = /^(?=.*\d)[0-9a-f-]{16,}$/i.test(name);
  return isMachine || offices.test(name) || placeholders.test(name) ? null : name + text;
}

let linkify: Promise<LinkifyIt> | undefined;

async function isAddress(address: string): Promise<boolean> {
  linkify ??= import('linkify-it').then(({ LinkifyIt: Linkify }) => new Linkify());
  const found = (await linkify).match(`mailto:${address}`);
  return found?.length === 1 && found[0]?.schema === 'mailto:' && found[0].url === `mailto:${address}`;
}
