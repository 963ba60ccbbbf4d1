import type { RootCause } from '../words';

/** A root cause in words: what it is, and where whoever has to repair it looks first. */
export interface RootCauseText {
  readonly title: string;
  readonly lookFirst: string;
}

/** The report's words for each root cause. */
export const rootCauseTexts: Readonly<Record<RootCause, RootCauseText>> = {
  'missing-row-rules': {
    title: 'Rows have no rule',
    lookFirst:
      'In the database: is row-level security switched on for this table, and is there a policy for each of select, insert, update and delete? Without one, any signed-in user reads what it does not own.',
  },
  'broad-policy': {
    title: 'A rule lets too much through',
    lookFirst:
      'Read each policy on this table against every role that exists: does it compare the row’s owner and its tenant with the caller, and never with a value that the caller chose? Views and functions that run as their owner skip policies.',
  },
  'client-chosen-identity': {
    title: 'The server believes an id that the client sent',
    lookFirst:
      'Find the id in the request (path, query, body, header) and the line that uses it. The server has to take who is asking from the session alone, and to compare the record’s owner with it.',
  },
  'privileged-key-in-page': {
    title: 'A privileged key is in the page or its traffic',
    lookFirst:
      'Revoke the key first. Then find it in the build output, the site’s custom code, source maps and responses, and move what needs it behind the server.',
  },
  'environments-mixed': {
    title: 'Staging and production are wired together',
    lookFirst:
      'List the hosts, project ids and keys that the live page talks to, and compare them with those of each environment.',
  },
  'raw-rows-to-model': {
    title: 'The chatbot is handed whole records',
    lookFirst:
      'Look at what each of the bot’s tools returns and what goes into its prompt: only the asker’s own rows, and of those only the fields that an answer needs. A model cannot keep to itself what it was given.',
  },
  'session-not-checked': {
    title: 'A dead, forged or lesser session is served',
    lookFirst:
      'On the server, at this endpoint: are signature, expiry, revocation and role checked on every request, and not in the page alone?',
  },
  'shared-cache': {
    title: 'A cache answers one user with another’s content',
    lookFirst:
      'Look at Cache-Control and Vary of this answer and at the CDN’s rules: what is private must be no-store, or keyed by the session. The chatbot’s own answer cache counts too.',
  },
  'shared-state': {
    title: 'Something remembers the user before',
    lookFirst:
      'Look for variables at module level on the server, and for what the browser keeps after sign-out: storage, conversation ids, the widget’s own transcript.',
  },
  'leaky-refusal': {
    title: 'A refusal or a hint tells too much',
    lookFirst:
      'Compare the answer for somebody else’s id with the answer for an id that does not exist: status, text, length and totals have to be the same, and errors must quote no data.',
  },
};

/** Where nobody could name the cause. */
export const unnamedCause: RootCauseText = {
  title: 'Cause not named',
  lookFirst:
    'Repeat the attempt with the command below and follow the value from the place where it was shown back to the query that fetched it.',
};
