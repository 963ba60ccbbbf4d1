import type { Read } from '../../product/types';
import { questionsFor } from './questions';
import { kindOf } from './reads';
import type { Seen } from './seen';

/** Accounts that the suite plays, with the variables that hold their credentials. */
export const accountVariables = {
  userA: 'USER_A',
  userB: 'USER_B',
  wrongTenant: 'WRONG_TENANT',
  admin: 'ADMIN',
} as const;

/** Variables of the publishable keys. */
export const keyVariables: Readonly<Partial<Record<Seen['backend'], string>>> = {
  supabase: 'SUPABASE_ANON_KEY',
  firebase: 'FIREBASE_WEB_KEY',
};

/**
 * A config for what was seen, to be read and corrected by a person.
 * @param from path of the suite's `src/product`, as the config's folder sees it
 */
export function configText(seen: Seen, from: string): string {
  const { pages, reads, adminReads } = seen;
  const recipe = seen.backend === 'page' ? 'byPage' : seen.backend;
  const file = seen.backend === 'page' ? 'by-page' : seen.backend;
  const lines = [
    `import { defineProduct } from '${from}/define';`,
    `import { ${[recipe, ...(tokenOf(seen) ? ['inLocalStorage'] : [])].join(', ')} } from '${from}/sign-in/${file}';`,
    '',
    `/** ${wasSeen(seen)} Correct what is wrong; \`npm run doctor\` says what is missing. */`,
    'export const product = defineProduct({',
    `  name: ${quoted(seen.name)},`,
    `  site: ${quoted(seen.site)},`,
    ...hostsOf(seen),
    '  pages: {',
    `    public: ${listOf(pages.public)},`,
    `    private: ${listOf(pages.private)},`,
    `    admin: ${listOf(pages.admin)},`,
    `    signIn: ${quoted(pages.signIn)},`,
    `    records: [${pages.records.map((path) => `{ kind: ${quoted(kindOf(path))}, path: ${quoted(path)} }`).join(', ')}],`,
    '  },',
    `  signIn: ${recipe}(${optionsOf(seen)}),`,
    '  accounts: {',
    ...Object.entries(accountVariables).map(
      ([account, variable]) =>
        `    ${account}: { emailEnv: '${variable}_EMAIL', passwordEnv: '${variable}_PASSWORD' },`,
    ),
    '  },',
    '  // Whose is what is found out by looking: give each account a record or two of its own.',
    '  learn: true,',
    ...(seen.wasInside
      ? []
      : ['  // Nobody could be signed in yet: with accounts in .env, run `npm run init` again.']),
    `  reads: [${readsText(reads)}],`,
    `  adminReads: [${readsText(adminReads)}],`,
    '  chat: {',
    `    pages: ${listOf(['/'])},`,
    `    ask: ${asked(seen)},`,
    '  },',
    `  without: { chatApi: 'the chatbot is asked in the page only'${withoutAdmin(seen)} },`,
    '});',
    '',
  ];
  return lines.join('\n');
}

function wasSeen({ builder, widget, backend }: Seen): string {
  const parts = [
    ...(builder === undefined ? [] : [`built with ${builder}`]),
    ...(widget === undefined ? [] : [`a chat widget of ${widget}`]),
    backend === 'page' ? 'signing in by its own form' : `signing in with ${backend}`,
  ];
  return `As it was seen: ${parts.join(', ')}.`;
}

/** Reads on other hosts are asked only where the config says that they may be. */
function hostsOf({ site, reads, adminReads, backendAddress }: Seen): string[] {
  const others = [...reads, ...adminReads].flatMap(({ path }) =>
    URL.canParse(path) ? [new URL(path).host] : [],
  );
  if (others.length === 0) return [];
  const own = [site, ...(backendAddress === undefined ? [] : [backendAddress])].map(
    (one) => new URL(one).host,
  );
  return [`  allowedHosts: ${listOf([...new Set([...own, ...others])])},`];
}

function optionsOf(seen: Seen): string {
  const { backend, backendAddress, reads, pages } = seen;
  const address = backendAddress === undefined ? '' : quoted(backendAddress);
  const answering = reads.find(({ path }) => !path.includes('{'))?.path ?? pages.private[0] ?? '/account';
  const alive = `alive: { path: ${quoted(answering)} }`;
  const keyEnv = `keyEnv: '${keyVariables[backend]}'`;
  switch (backend) {
    case 'supabase':
      return `{ ${keyEnv}${address && `, origin: ${address}`} }`;
    case 'firebase':
      return `{ ${keyEnv}, ${alive} }`;
    case 'outseta':
      return `{ origin: ${address} }`;
    case 'xano':
      return `{ api: ${address} }`;
    case 'memberstack':
      return `{ ${alive} }`;
    case 'page':
      return `{ ${tokenOf(seen)}${alive} }`;
  }
}

/** How the page's own way to carry a token is written, where it has one that `byPage` is to find. */
function tokenOf({ backend, tokenIn }: Seen): string {
  if (backend !== 'page' || tokenIn === undefined) return '';
  return `token: inLocalStorage(${tokenIn.map(quoted).join(', ')}), `;
}

function readsText(reads: readonly Read[]): string {
  if (reads.length === 0) return '';
  const lines = reads.map(({ name, kind, path, rows }) => {
    const fields = `name: ${quoted(name)}, kind: ${quoted(kind)}, path: ${quoted(path)}`;
    return `    { ${fields}${rows ? ', rows: true' : ''} },`;
  });
  return `\n${lines.join('\n')}\n  `;
}

function asked({ reads, language }: Seen): string {
  const questions = [...questionsFor(reads, language)];
  const lines = questions.map(([kind, question]) => `${quoted(kind)}: ${quoted(question)}`);
  return `{ ${lines.join(', ')} }`;
}

/** Only who looked as an admin can say that there is nothing to see. */
function withoutAdmin({ pages, adminReads, wasInside }: Seen): string {
  if (!wasInside || pages.admin.length + adminReads.length > 0) return '';
  return `, admin: 'no page for admins was found'`;
}

function listOf(values: readonly string[]): string {
  return `[${values.map(quoted).join(', ')}]`;
}

function quoted(value: string): string {
  return `'${value.replaceAll(/[\\']/g, '\\$&').replaceAll(/\s+/g, ' ')}'`;
}
