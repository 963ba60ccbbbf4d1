/** What gives a secret away, as data: its issuer's prefix and the shape of the rest. */
export interface SecretRule {
  /** What it opens: the key of `secretSeverity`. */
  readonly rule: string;
  /** What it is called for people. */
  readonly name: string;
  readonly pattern: RegExp;
}

/**
 * Prefixes that issuers put before their keys, from their own documentation. Keys that are meant to be in a page
 * (publishable ones, Firebase web keys) have no entry.
 */
export const secretRules: readonly SecretRule[] = [
  { rule: 'service-key', name: 'Supabase secret key', pattern: /\bsb_secret_[\w-]{20,}/g },
  { rule: 'platform-token', name: 'Supabase access token', pattern: /\bsbp_(?:v0_)?[0-9a-f]{40}\b/g },
  { rule: 'payment-key', name: 'Stripe secret key', pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g },
  { rule: 'webhook-secret', name: 'webhook signing secret', pattern: /\bwhsec_[A-Za-z0-9+/]{24,}=*/g },
  { rule: 'model-key', name: 'OpenAI key', pattern: /\bsk-(?:proj|svcacct|admin|None)-[\w-]{30,}/g },
  { rule: 'model-key', name: 'OpenAI key', pattern: /\bsk-[A-Za-z0-9]{32,}\b/g },
  { rule: 'model-key', name: 'Anthropic key', pattern: /\bsk-ant-[a-z]+\d\d-[\w-]{30,}/g },
  { rule: 'model-key', name: 'OpenRouter key', pattern: /\bsk-or-v1-[0-9a-f]{40,}/g },
  { rule: 'model-key', name: 'Groq key', pattern: /\bgsk_[A-Za-z0-9]{40,}/g },
  { rule: 'model-key', name: 'Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{30,}\b/g },
  { rule: 'model-key', name: 'Replicate token', pattern: /\br8_[A-Za-z0-9]{36,}\b/g },
  { rule: 'model-key', name: 'xAI key', pattern: /\bxai-[A-Za-z0-9]{60,}\b/g },
  { rule: 'model-key', name: 'Perplexity key', pattern: /\bpplx-[A-Za-z0-9]{40,}\b/g },
  { rule: 'service-key', name: 'Pinecone key', pattern: /\bpcsk_[\w-]{40,}/g },
  { rule: 'cloud-key', name: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  { rule: 'cloud-key', name: 'Google OAuth client secret', pattern: /\bGOCSPX-[\w-]{28}/g },
  { rule: 'cloud-key', name: 'DigitalOcean token', pattern: /\bdo[opr]_v1_[0-9a-f]{64}\b/g },
  {
    rule: 'platform-token',
    name: 'GitHub token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/g,
  },
  { rule: 'platform-token', name: 'GitLab token', pattern: /\bglpat-[\w-]{20,}/g },
  { rule: 'platform-token', name: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { rule: 'platform-token', name: 'Slack token', pattern: /\bxox[abeoprs]-[\w-]{20,}/g },
  { rule: 'platform-token', name: 'Airtable token', pattern: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g },
  {
    rule: 'platform-token',
    name: 'Notion token',
    pattern: /\b(?:ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})\b/g,
  },
  { rule: 'platform-token', name: 'SendGrid key', pattern: /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/g },
  { rule: 'platform-token', name: 'Resend key', pattern: /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}\b/g },
  { rule: 'platform-token', name: 'Brevo key', pattern: /\bxkeysib-[0-9a-f]{64}-\w{16}\b/g },
  { rule: 'platform-token', name: 'Telegram bot token', pattern: /\b\d{8,10}:AA[\w-]{32,34}\b/g },
  { rule: 'platform-token', name: 'Shopify token', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g },
  {
    rule: 'platform-token',
    name: 'Vercel blob token',
    pattern: /\bvercel_blob_rw_[A-Za-z0-9]{16,}_[A-Za-z0-9]{20,}/g,
  },
  { rule: 'webhook-url', name: 'Make webhook', pattern: /\bhook\.[a-z]{2}\d\.make\.com\/[a-z0-9]{24,}/g },
  { rule: 'webhook-url', name: 'Zapier webhook', pattern: /\bhooks\.zapier\.com\/hooks\/catch\/\d+\/\w+/g },
  {
    rule: 'webhook-url',
    name: 'n8n webhook',
    pattern: /https?:\/\/[\w.-]+(?::\d+)?\/webhook(?:-test)?\/[0-9a-f]{8}-[0-9a-f-]{27}\b/g,
  },
  {
    rule: 'webhook-url',
    name: 'Discord webhook',
    pattern: /\bdiscord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{15,}\/[\w-]{40,}/g,
  },
  {
    rule: 'webhook-url',
    name: 'Slack webhook',
    pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/T\w{6,}\/[\w/]{12,}/g,
  },
  {
    rule: 'webhook-url',
    name: 'Teams webhook',
    pattern: /\b[\w-]+\.webhook\.office\.com\/webhookb2\/[\w@-]{36,}/g,
  },
  {
    rule: 'private-key',
    name: 'private key',
    pattern: /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-<>(){}]{30,20000}/g,
  },
  {
    rule: 'database-url',
    name: 'database address with password',
    pattern:
      /\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s:/@'"`<>{}]{0,60}:[^\s/@'"`<>{}$]{3,100}@[\w.-]+/g,
  },
  {
    rule: 'basic-auth-url',
    name: 'address with password',
    pattern: /\bhttps?:\/\/[^\s:/@'"`<>(){}$%]{1,60}:[^\s:/@'"`<>(){}$]{3,100}@[\w.-]+/g,
  },
];

/** What documentation writes where a key would be. */
const placeholders =
  /x{6}|\*{4}|\.{3}|your|example|placeholder|changeme|dummy|<|0{8}|123456789|abcdef(?:gh|01)|user(?:name)?:pass/i;

/** Whether a match is a stand-in from somebody's documentation. */
export function isPlaceholder(secret: string): boolean {
  return placeholders.test(secret) || new Set(secret.slice(8)).size < 5;
}
