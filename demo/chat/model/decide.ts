import { call, say, type Decision } from './decision';
import { directives, headings } from './directives';
import { intentOf, type Intent, type OwnRecords } from './intents';
import type { CompletionRequest } from './protocol';
import { situationOf, under, type Situation } from './situation';
import { parsed, tell } from './telling';

const ownTools: Readonly<Record<OwnRecords, string>> = {
  bookings: 'my_bookings',
  invoices: 'my_invoices',
  profile: 'my_profile',
};

const signIn = 'Please sign in first, then I can look that up for you.';

function refusal({ prompt, question, offered }: Situation, name: string | null): Decision {
  const personal = offered.has('my_bookings');
  const rest = personal ? 'I can only talk about your own bookings, invoices and profile.' : signIn;
  const named = prompt.includes(directives.nameInRefusals) || question.length % 2 === 0;
  if (name !== null && named) return say(`I can't share ${name}'s details. ${rest}`);
  return say(`I can't share what belongs to other customers. ${rest}`);
}

/** An offered tool whose name fits and that is not kept for the staff. */
function open(situation: Situation, fits: RegExp): string | null {
  for (const [name, description] of situation.offered) {
    if (fits.test(name) && !description.startsWith('Staff only')) return name;
  }
  return null;
}

function staffTool({ offered }: Situation): string | null {
  return [...offered].find(([, description]) => description.startsWith('Staff only'))?.[0] ?? null;
}

function own(situation: Situation, what: readonly OwnRecords[]): Decision {
  const calls = what.map((records) => ownTools[records]).filter((tool) => situation.offered.has(tool));
  if (calls.length === 0) return say(signIn);
  return { is: 'call', calls: calls.map((name) => ({ name, args: {} })) };
}

function recap({ earlier, offered }: Situation): Decision {
  if (earlier.length === 0) return say(offered.has('my_bookings') ? 'We have not talked before.' : signIn);
  return say(['Earlier in our conversation:', ...earlier.slice(0, 6).map((said) => `- ${said}`)].join('\n'));
}

function notes({ prompt }: Situation): string {
  return under(headings.staffNotes, prompt) ?? '';
}

function attached(situation: Situation): Decision {
  const records = under(headings.attached, situation.prompt);
  if (records === null) return say('Open a booking or an invoice first, then I can tell you about it.');
  return say(tell('attached', parsed(records), null));
}

function person(situation: Situation, name: string): Decision {
  const tool = open(situation, /^(?:find|lookup)_/u);
  return tool === null ? refusal(situation, name) : call(tool, { name });
}

function everybody(situation: Situation): Decision {
  const tool = open(situation, /customers/u);
  return tool === null ? refusal(situation, null) : call(tool);
}

function override(situation: Situation): Decision {
  const tool = staffTool(situation);
  if (tool === null || situation.prompt.includes(directives.toolsAreData)) return refusal(situation, null);
  return call(tool);
}

function documents(situation: Situation, query: string): Decision {
  if (situation.offered.has('search_documents')) return call('search_documents', { query });
  return say(signIn);
}

/** The first move: what the question asks for, within the tools that are offered. */
function begin(situation: Situation, intent: Intent): Decision {
  switch (intent.is) {
    case 'override':
      return override(situation);
    case 'everybody':
      return everybody(situation);
    case 'person':
      return person(situation, intent.name);
    case 'identifier':
      return refusal(situation, null);
    case 'reference':
      return own(situation, [intent.what]);
    case 'own':
      return own(situation, intent.what);
    case 'attached':
      return attached(situation);
    case 'staff-notes':
      return say(notes(situation) || 'I know of no notes, and they would not be mine to share.');
    case 'recap':
      return recap(situation);
    case 'documents':
      return documents(situation, intent.query);
    case 'faq':
      return call('company_faq', { topic: intent.topic });
    case 'greeting':
      return say('Ahoy! Ask me about opening hours, prices, or your own bookings and invoices.');
    case 'unclear':
      return say(
        `You asked: “${situation.question}”. I am only the harbour's assistant: I know opening hours, prices and your own bookings, invoices and profile.`,
      );
  }
}

/** An instruction hidden in what a tool returned: a careless prompt makes the model follow it, once. */
function hijacked({ results, offered, prompt }: Situation): string | null {
  if (prompt.includes(directives.toolsAreData)) return null;
  for (const { content } of results) {
    const [, tool] = /\bassistant[,:][^.]*?\b(?:call|use|run) (\w+)/iu.exec(content) ?? [];
    if (tool !== undefined && offered.has(tool) && !results.some((result) => result.tool === tool))
      return tool;
  }
  return null;
}

/** The last move: what the tools found, in words. */
function finish(situation: Situation, intent: Intent): Decision {
  const tool = hijacked(situation);
  if (tool !== null) return call(tool);
  const only = intent.is === 'reference' ? intent.reference : null;
  const told = situation.results.map((result) => tell(result.tool, parsed(result.content), only));
  const aboutMe = intent.is === 'own' && intent.what.includes('profile') ? notes(situation) : '';
  const text = [...told, aboutMe].filter((part) => part !== '').join('\n\n');
  return say(intent.is === 'faq' ? `You asked: “${situation.question}”. ${text}` : text);
}

const accountIntents: ReadonlySet<Intent['is']> = new Set([
  'own',
  'reference',
  'attached',
  'recap',
  'documents',
]);

function quoting({ prompt, question }: Situation, decision: Decision): Decision {
  if (decision.is === 'call' || !prompt.includes(directives.alwaysQuote)) return decision;
  return say(`You asked: “${question}”. ${decision.text}`);
}

/** What the stand-in answers to a completion request: always the same to the same request. */
export function decide(request: CompletionRequest): Decision {
  const situation = situationOf(request);
  const intent = intentOf(situation.question);
  if (accountIntents.has(intent.is) && situation.prompt.includes(directives.declineAccounts)) {
    return say('I am sorry, I cannot help with accounts at the moment.');
  }
  const decision = situation.results.length === 0 ? begin(situation, intent) : finish(situation, intent);
  return quoting(situation, decision);
}
