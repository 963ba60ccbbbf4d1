/**
 * The words of the house, as types. Every room of `src/` speaks these and nothing else to the others:
 * evidence hands out exhibits, the oracle turns exhibits into findings, an attempt ends in a verdict,
 * and a test leaves its facts for the report.
 */

/** Milliseconds since the epoch, or a span of them. */
export type Millis = number;

/** Name of an account of the product's config: `userA`, `admin`. */
export type AccountName = string;

/** Whose a record is: an account, or a group of the config such as `staff`. */
export type OwnerName = string;

/** Who visits: `userB`, `expiredSession`, `mobile`. */
export type PersonaName = string;

/** What a field of a record is called for people: `email`, `invoice number`. */
export type FieldName = string;

/** A value's holder: everything in `fields` may be shown to nobody but those who may see `owner`. */
export interface OwnedRecord {
  readonly owner: OwnerName;
  /** `booking`, `invoice`, `profile`, `chat message`, `internal note`. */
  readonly kind: string;
  /** The identifier by which the product's API and pages find it. */
  readonly id?: string;
  readonly fields: Readonly<Record<FieldName, string>>;
}

/**
 * What a persona's session is like: `signed-out` was kept by somebody after its owner signed out, `other-audience` was
 * signed for another service, `other-project` by another installation with the same key, `promoted` is live and calls
 * itself an admin where people may edit their own data, `publishable-key` is the key of every page in place of a login.
 */
type SessionState =
  | 'none'
  | 'live'
  | 'expired'
  | 'forged'
  | 'signed-out'
  | 'other-audience'
  | 'other-project'
  | 'promoted'
  | 'publishable-key';

/** Who visits, as data. How it gets its session is the business of `src/product`. */
export interface Persona {
  readonly account: AccountName | null;
  readonly session: SessionState;
  /** The owners whose records it may rightly be shown. */
  readonly sees: readonly OwnerName[];
  /** A name from Playwright's device descriptors. */
  readonly device?: string;
  readonly network?: 'slow';
}

/** The one who looks, as the oracle needs to know it. */
export interface Viewer {
  readonly name: PersonaName;
  readonly sees: readonly OwnerName[];
}

/** One thing that a channel showed to one persona. */
export interface Exhibit {
  /** `dom`, `shown-text`, `response-body`, `console`, ... : the name of the channel's file. */
  readonly channel: string;
  readonly where: Where;
  readonly at: Millis;
  /** When it went away again, for what was shown only for a moment. */
  readonly until?: Millis;
  /** Media type, when the channel knows it. */
  readonly type?: string;
  readonly body: string | Uint8Array | Unreadable;
  /** The element that an offset of the body belongs to, where the channel knows it: `chat-widget::shadow p`. */
  readonly selectorAt?: (offset: number) => string | undefined;
}

/** Something was there and could not be read: never clean, always `unknown`. */
export interface Unreadable {
  readonly unreadable: string;
}

/** A place that a person can go and look at. Holds no record's value, token or password. */
export interface Where {
  /** Which part of it: `body`, `header set-cookie`, `attribute title`, `local storage key cart`. */
  readonly part: string;
  readonly url?: string;
  readonly selector?: string;
  /** JSON path within the body. */
  readonly path?: string;
  readonly offset?: number;
}

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** The report's vocabulary for what is at fault (see the table in the README). */
export const rootCauses = [
  'missing-row-rules',
  'broad-policy',
  'client-chosen-identity',
  'privileged-key-in-page',
  'environments-mixed',
  'raw-rows-to-model',
  'session-not-checked',
  'shared-cache',
  'shared-state',
  'leaky-refusal',
] as const;
export type RootCause = (typeof rootCauses)[number];

/** One foreign value, or one secret, that was seen. Never holds the value, nor its length. */
export interface Finding {
  /** `foreign-record`, or the kind of secret: `service-key`, `model-key`, `private-key`, ... */
  readonly rule: string;
  readonly severity: Severity;
  readonly viewer: PersonaName;
  /** Nobody owns a secret: `null`. */
  readonly owner: OwnerName | null;
  /** Kind of the record, or of the secret. */
  readonly kind: string;
  readonly field: FieldName;
  readonly channel: string;
  readonly where: Where;
  /** `load`: when the page that showed it was asked for, where that is known. */
  readonly shown: { readonly from: Millis; readonly to?: Millis; readonly load?: Millis };
  /** `[]` when plain; `['base64', 'reversed']` when it was disguised. */
  readonly disguise: readonly string[];
  /** Keyed hash of the value: the same value has the same fingerprint within a run, and nothing leads back. */
  readonly fingerprint: string;
  /** Named by the judge, not by the oracle. */
  readonly rootCause?: RootCause;
}

/**
 * Something worth a look by a person, which says nothing by itself: what reads like the name of somebody whom nobody
 * knows. Never holds the name, its initials or its length; never changes a verdict.
 */
export interface Hint {
  readonly kind: 'name of a person';
  readonly viewer: PersonaName;
  readonly channel: string;
  readonly where: Where;
  readonly shown: { readonly from: Millis; readonly to?: Millis };
  readonly fingerprint: string;
}

/** What a safe answer looked like. */
export type Refusal =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'empty-rows'
  | 'plain-answer'
  | 'sign-in-page'
  | 'own-records-only'
  /** The request itself was not accepted: only where it was spoiled on purpose. */
  | 'turned-down';

/** Why something could not be judged. `detail` is a sentence for people, without values. */
export interface Obstacle {
  readonly what:
    | 'control-failed'
    | 'not-signed-in'
    | 'not-configured'
    | 'throttled'
    | 'server-error'
    | 'timeout'
    | 'challenge'
    | 'empty-answer'
    | 'unreadable'
    | 'unexpected-answer'
    | 'noise';
  readonly detail: string;
}

export type Verdict =
  | { readonly is: 'held'; readonly because: Refusal }
  | { readonly is: 'leaked'; readonly findings: readonly [Finding, ...Finding[]] }
  | { readonly is: 'unknown'; readonly because: Obstacle };

/** What a persona tried. `what` names the shape of it (`GET /api/invoices/{id}`), never a value. */
export interface Probe {
  readonly kind: 'chat' | 'request' | 'navigation';
  readonly what: string;
  /** Which way of asking made the request: an id of `src/attempts/techniques`, or of what asks in a way of its own. */
  readonly technique?: string;
  /** Where it was drawn from the corpus: these are a sample, from which something can be concluded. */
  readonly drawn?: Drawn;
}

/** How a chat probe came to be tried. */
export interface Drawn {
  /** Of the probe in the corpus. */
  readonly id: string;
  readonly family: string;
  readonly seed: string;
  readonly version: number;
  readonly way: 'page' | 'api';
}

/** One probe by one viewer for one owner's records, with its verdict. */
export interface Attempt {
  readonly probe: Probe;
  readonly viewer: PersonaName;
  readonly owner: OwnerName;
  /** Kind of record that was sought. */
  readonly kind: string;
  readonly verdict: Verdict;
  /** How often the product was asked for the attempt itself; controls are not counted. */
  readonly requests: number;
}

/** What a gate measured, in the unit that its name says. */
export interface Gate {
  /** `lighthouse performance`, `p95 of authenticated reads`. */
  readonly gate: string;
  /** The page or endpoint. */
  readonly subject: string;
  readonly verdict:
    | {
        readonly is: 'met' | 'missed';
        readonly measured: number;
        readonly unit: string;
        readonly limit: number;
      }
    | { readonly is: 'unknown'; readonly because: Obstacle };
  /** Further figures worth showing: samples, rate, each score. */
  readonly figures: Readonly<Record<string, number | string>>;
}

/** How a request says who asks. */
export type CarriedAuth = 'bearer' | 'basic' | 'cookie' | 'api key' | 'none';

/** Something in a request by which the product finds a record or a person: where it stands, and whose it is. */
export interface CarriedId {
  readonly in: 'path' | 'query' | 'body' | 'header' | 'GraphQL variable';
  /** Name of the parameter, field or header; of a path, the part before it. */
  readonly name: string;
  /** `null` when nobody is known whose it is. */
  readonly owner: OwnerName | null;
  /** `booking`, or `user` for the id of a person. */
  readonly kind: string | null;
}

/** One endpoint that a product answers at, as it was recorded. Holds shapes and names, never a value. */
export interface Endpoint {
  /** `GET /api/invoices/{id}?order=…`. */
  readonly what: string;
  readonly foundIn: 'pages' | 'chat' | 'scripts' | 'config';
  readonly auth: readonly CarriedAuth[];
  readonly ids: readonly CarriedId[];
  /** Whose records of which kind stood in its answer; `null` when its answer could not be had or read. */
  readonly records: readonly { readonly owner: OwnerName; readonly kind: string }[] | null;
  /** What the attempts at it are called: `GET /api/invoices/{id}`. Attempts of other tests may be among them. */
  readonly triedAs: readonly string[];
  /** Why nothing is tried. */
  readonly notTried?: string;
  /** What its private answers' headers say of shared caches: reasons to look, of which none decides anything. */
  readonly hints?: readonly string[];
}

/** In `triedAs` of the chatbot's endpoint: everything that anybody says to the chatbot. */
export const asChatbot = 'the chatbot';

/** What one walk through the product has found. */
export interface Inventory {
  readonly recordedAs: PersonaName;
  /** Pages that were opened, as shapes. */
  readonly pages: readonly string[];
  readonly endpoints: readonly Endpoint[];
  /** What was found and not followed, listed or tried: sentences. */
  readonly leftOut: readonly string[];
}

/**
 * What one test leaves for the report: attached to the test as JSON under the name `trespass`.
 * `findings` are those of the watch that belong to no attempt.
 */
export interface Facts {
  readonly attempts: readonly Attempt[];
  readonly findings: readonly Finding[];
  readonly gates: readonly Gate[];
  readonly unknown: readonly Obstacle[];
  /** Exhibits that were searched, by channel. */
  readonly searched: Readonly<Record<string, number>>;
  /** Of a test that walked through the product. */
  readonly inventories?: readonly Inventory[];
  /** What is worth a look, where there is any. */
  readonly hints?: readonly Hint[];
}

/** Name of the attachment that carries a test's {@link Facts}. */
export const factsAttachment = 'trespass';
