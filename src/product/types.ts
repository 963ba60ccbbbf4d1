import type { BrowserContextOptions } from '@playwright/test';
import type { AccountName, OwnedRecord } from '../words';
import type { Feature } from './features';
import type { Overlap } from './learn/share';
import type { Waiver } from './waivers';
import type { ChatControls } from './chat/controls';

/** What Playwright puts into a fresh context: cookies and localStorage by origin. */
export type StorageState = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/** Names of the environment variables that hold an account's e-mail address and password. Never the values. */
interface AccountConfig {
  readonly emailEnv: string;
  readonly passwordEnv: string;
}

/** What a person types to sign in. Lives in memory only. */
export interface Credentials {
  readonly account: AccountName;
  readonly email: string;
  readonly password: string;
  /** Where the two came from, for messages: a wrong password is reported by the name of its variable. */
  readonly from: AccountConfig;
}

/** A session as the product's own sign-in gave it, or one that was made from such a session. */
export interface Session {
  readonly account: AccountName;
  /** Where the product tells it. */
  readonly userId?: string;
  /** What an API request carries as bearer token. A session of cookies has none. */
  readonly accessToken?: string;
  readonly refreshToken?: string;
  /** By name, the cookies by which the server knows whose session it is; others are the business of the recipe. */
  readonly cookies?: Readonly<Record<string, string>>;
  /** The answer of the sign-in as it came; its shape is the business of the recipe. */
  readonly raw: unknown;
}

/** How somebody signs in to one kind of backend, and where the page keeps the result. One file each in `sign-in/`. */
export interface SignInRecipe {
  readonly name: string;
  /** Names of environment variables that the recipe reads, accounts aside; all must be set. */
  readonly needs: readonly string[];
  /** Origins besides the site's own that the recipe talks to. */
  readonly origins: readonly string[];
  /** A GET that answers 200 only to somebody who is signed in. */
  readonly alive: { readonly path: string };
  /**
   * Signs in by API.
   * @throws {SignInRefused} when the product does not accept the credentials
   */
  readonly signIn: (credentials: Credentials, product: Product) => Promise<Session>;
  /**
   * The browser storage of somebody who has this session.
   * With `believesAlive` the page is told that the session has not run out, whatever the token inside says.
   */
  readonly storage: (
    session: Session,
    siteOrigin: string,
    options?: { readonly believesAlive?: boolean },
  ) => StorageState;
  /** Headers of an API request with this session; `null` is somebody who is not signed in. */
  readonly headers: (session: Session | null) => Readonly<Record<string, string>>;
  /** How a session ends. Without it, what comes after signing out is not tested, and the report says so. */
  readonly signOut?: SignOut;
  /** How a session goes on. Without it, refresh tokens are not tested, and the report says so. */
  readonly refresh?: Refresh;
  /** How people write into what they may edit of themselves; needed for who promotes itself there. */
  readonly editOwnData?: (
    session: Session,
    data: Readonly<Record<string, unknown>>,
    product: Product,
  ) => Promise<void>;
  /** A key that is in every page and must be nobody's login. */
  readonly publishableKey?: () => string;
  /** Where the public keys stand by which tokens are checked (a JWK set), for products that publish them. */
  readonly keySet?: { readonly path: string };
}

interface SignOut {
  /** Ends it at the server, as the page's own sign-out does. */
  readonly run: (session: Session, product: Product) => Promise<void>;
  /**
   * `at once`: the product's own endpoints ask whether the session is still open. `refresh only`: an access token stays
   * good until it runs out, by design. Rows are served until then in either case: PostgREST knows no sessions.
   */
  readonly ends: 'at once' | 'refresh only';
}

interface Refresh {
  /** The next session; `null` when the server refuses. Throws when it can neither be said to refuse nor to agree. */
  readonly run: (session: Session, product: Product) => Promise<Session | null>;
  /** Milliseconds for which a token that was just used is forgiven, for pages that refresh twice at once. */
  readonly forgives: number;
}

/** A request by which records are read. `{id}` stands for the record's id, `{user}` for its owner's user id. */
export interface Read {
  readonly name: string;
  readonly kind: string;
  /** Path on the site, or a whole URL on an allowed host. Without `{id}` and `{user}` it is a list. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** Sent as `application/json`. */
  readonly body?: string;
  /** Rows in PostgREST's dialect, where a refusal is an empty list. */
  readonly rows?: boolean;
  /** How reports call it, for one that was recorded: its path may hold values. */
  readonly shape?: string;
}

/** What the product says of its own API. Addresses hold `{user}`, `{id}` or a kind of record (`{invoice}`). */
interface KnownEndpoints {
  /** An OpenAPI description, as JSON or YAML: a file, or an address that starts with `/` or `http`. */
  readonly openapi?: string;
  /** Addresses that a GET may be sent to. */
  readonly list: readonly string[];
}

/** A table whose rows people make themselves, in PostgREST's dialect. Only ever written to on the demo. */
export interface WritableRows {
  readonly kind: string;
  /** Path of the table: `/rest/v1/bookings`. */
  readonly path: string;
  /** The column into which a mark of the run is written, and in which it is looked for. */
  readonly column: string;
  /** A row as its owner would make it; `claims` are those of the owner's token. */
  readonly row: (owner: {
    readonly userId: string;
    readonly claims: Readonly<Record<string, unknown>>;
  }) => Readonly<Record<string, unknown>>;
  /** Other ways to change such a record: `{id}` is the record's, `{mark}` what is to be written. */
  readonly changes: readonly { readonly path: string; readonly body: string }[];
}

/** A page that shows one record: `/account/invoices/{id}`. */
interface RecordPage {
  readonly kind: string;
  readonly path: string;
}

interface Pages {
  readonly public: readonly string[];
  readonly private: readonly string[];
  readonly admin: readonly string[];
  readonly signIn: string;
  readonly records: readonly RecordPage[];
}

/** The chatbot's own endpoint, for requests without a page. */
export interface ChatApi {
  readonly path: string;
  readonly body: (question: string) => unknown;
  /**
   * Fields of the body by which a server could wrongly be told who is asking: `user_id`, `user.email`. Those that end
   * in `email` are tried with an account's address, all others with its user id.
   */
  readonly identityFields: readonly string[];
  /** Records that can be attached to a question. */
  readonly attach?: Attachment;
  /** How conversations are told apart. */
  readonly conversation?: Conversation;
}

interface Attachment {
  /** Field of the body that takes a list of ids. */
  readonly field: string;
  readonly kinds: readonly string[];
  /** Makes the bot tell what is attached. */
  readonly question: string;
}

interface Conversation {
  /** Field of the body that names the conversation to go on with. */
  readonly field: string;
  /** A GET by which somebody sees its own conversations, and the key under which their ids stand in the answer. */
  readonly read: string;
  readonly key: string;
  /** Makes the bot tell what was said in it, and the kind of record that this is. */
  readonly question: string;
  readonly kind: string;
}

/** All but `widget`, `pages` and `ask` is for chats whose looks do not tell enough. */
interface Chat extends ChatControls {
  /** Preset for what is special about a widget; `auto` finds any. */
  readonly widget: string;
  /** Pages that carry the widget. */
  readonly pages: readonly string[];
  /** What has to be pressed before the chat takes questions, in order: what is to be read on it, or its label. */
  readonly opening?: readonly string[];
  /** Name of the environment variable that holds the password without which nobody is shown the site. */
  readonly sitePasswordEnv?: string;
  readonly api?: ChatApi;
  /** By kind of record: a question that makes the bot show the asker's own records of that kind. */
  readonly ask: Readonly<Record<string, string>>;
}

export interface Limits {
  /** Lowest Lighthouse score of each category, 0 to 100. */
  readonly lighthouse: number;
  /** Milliseconds. */
  readonly p95: number;
  /** Per host and over all workers; `null` is unlimited. */
  readonly requestsPerSecond: number | null;
  /** Most chat messages of one worker in one run: they cost the owner money. */
  readonly chatMessages: number;
  /** Messages of one run that go to questions drawn from the corpus, controls aside; on top of the cap. */
  readonly probes: number;
  /** How often each of them is asked: more than once where the same question is not always answered the same. */
  readonly probeRepeats: number;
}

/** How the suite starts the product itself when no address is configured. */
interface Serve {
  readonly command: string;
  /** Matched against the command's stdout; its group `site_url` is the address. */
  readonly ready: RegExp;
}

/** What is under test, checked and complete. */
export interface Product {
  readonly name: string;
  /** Ours: the suite may write to it and need not be slow. */
  readonly demo: boolean;
  readonly serve?: Serve;
  /** Origin of the site, read when asked for; throws a {@link ConfigError} when no address is known. */
  readonly site: string;
  /** Hosts (`name:port` where there is a port) that may be sent anything. Read when asked for. */
  readonly allowedHosts: readonly string[];
  /** Where drafts of the same site are served, as an address or as it follows from the site's: see `previewsOf`. */
  readonly previews: readonly (string | ((site: string) => string))[];
  readonly pages: Pages;
  readonly signIn: SignInRecipe;
  readonly accounts: Readonly<Record<AccountName, AccountConfig>>;
  readonly records: readonly OwnedRecord[];
  /** Whether records are learned besides those that are listed. */
  readonly learn: boolean;
  /** Where they were learned: what several accounts were shown as if it were theirs. */
  readonly overlaps?: readonly Overlap[];
  /** Values that anybody may be shown. */
  readonly public: readonly string[];
  readonly reads: readonly Read[];
  readonly adminReads: readonly Read[];
  /** Tried besides those that the recorder sees in use. */
  readonly endpoints: KnownEndpoints;
  readonly writes: readonly WritableRows[];
  readonly chat: Chat;
  /** A session that was really signed and has really run out. */
  readonly expiredSession?: (account: AccountName) => Promise<Session>;
  /** A session that was really signed, for another service of the same company. */
  readonly otherAudienceSession?: (account: AccountName) => Promise<Session>;
  /** A session that another installation of the product gave, which signs with the same key: staging's, mostly. */
  readonly otherProjectSession?: (account: AccountName) => Promise<Session>;
  readonly limits: Limits;
  /** What the product has not, each with the reason. */
  readonly without: Readonly<Partial<Record<Feature, string>>>;
  readonly waivers: readonly Waiver[];
}
