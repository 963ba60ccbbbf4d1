import { halfSetAccounts } from './accounts';
import { type ConfigError, type Problem, configError, configFile } from './config-error';
import { contradictions } from './features';
import { previewsOf } from './previews';
import { type CheckedConfig, type ProductConfig, problemsOf, schema, unknownKinds } from './schema';
import { secretsIn } from './secrets-in-config';
import { resolveSite } from './site';
import type { Limits, Product } from './types';
import { endedWaivers } from './waivers';

/** Requests a second that any small live site can take. */
const gentle = 5;

/** The environment, as a plain object: variables by name. */
export type Environment = Record<string, string | undefined>;

/**
 * Checks a product's config and fills in what it leaves open.
 * The demo's default values of environment variables are set here, for those that nobody has set.
 *
 * @param env where the variables are looked up; changed only as said above
 * @throws {ConfigError} once, with everything that is wrong
 */
export function defineProduct(config: ProductConfig, env: Environment = process.env): Product {
  const result = schema.safeParse(config);
  const secrets = secretsIn(withoutEnvironment(config));
  if (!result.success) throw wrong([...secrets, ...problemsOf(result.error, config)]);
  const checked = result.data;
  const own = environmentProblems(checked);
  if (own.length === 0) applyDefaults(checked.environment ?? {}, env);
  const problems = [
    ...secrets,
    ...own,
    ...unknownKinds(checked),
    ...halfSetAccounts(checked, env),
    ...unsetVariables(checked, env),
    ...contradictions(checked),
    ...endedWaivers(checked.waivers, new Date()),
    ...budgetProblems(env),
  ];
  if (problems.length > 0) throw wrong(problems);
  return productOf(checked, env);
}

function productOf(config: CheckedConfig, env: Environment): Product {
  const { limits, environment: _environment, site: _site, allowedHosts, ...rest } = config;
  return {
    ...rest,
    limits: limitsOf(limits, config.demo, env),
    get site() {
      return resolveSite(config, env);
    },
    get allowedHosts() {
      const drafts = previewsOf({ site: resolveSite(config, env), previews: config.previews }).map(hostOf);
      if (allowedHosts !== undefined) return [...allowedHosts, ...drafts];
      return [...[resolveSite(config, env), ...config.signIn.origins].map(hostOf), ...drafts];
    },
  };
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}

/** Variable by which a night spends more messages on the corpus than the config says. */
const budgetVariable = 'PROBES';

/** An attached product is never asked faster than is good for it; ours is told nothing. */
function limitsOf(
  { requestsPerSecond, chatMessages, ...limits }: CheckedConfig['limits'],
  demo: boolean,
  env: Environment,
): Limits {
  const probes = Number(env[budgetVariable] || limits.probes);
  return {
    ...limits,
    probes,
    chatMessages: chatMessages + probes,
    requestsPerSecond: requestsPerSecond ?? (demo ? null : gentle),
  };
}

function budgetProblems(env: Environment): Problem[] {
  const told = env[budgetVariable];
  if (!told || /^\d{1,6}$/.test(told)) return [];
  return [{ at: budgetVariable, seen: 'is not a number of messages', next: 'e.g. PROBES=300' }];
}

function applyDefaults(defaults: Readonly<Record<string, string>>, env: Environment): void {
  for (const [name, value] of Object.entries(defaults)) env[name] ??= value;
}

function environmentProblems({ demo, environment }: CheckedConfig): Problem[] {
  if (demo || environment === undefined) return [];
  return [
    {
      at: 'environment',
      seen: 'is there for the demo only',
      next: 'put the values into .env (which git ignores) and leave this out',
    },
  ];
}

function unsetVariables({ signIn, chat }: CheckedConfig, env: Environment): Problem[] {
  const needed = [
    ...(chat.sitePasswordEnv === undefined
      ? []
      : [{ at: 'chat.sitePasswordEnv', name: chat.sitePasswordEnv }]),
    ...signIn.needs.map((name) => ({ at: `signIn.${signIn.name}`, name })),
  ];
  return needed
    .filter(({ name }) => !env[name])
    .map(({ at, name }) => ({ at, seen: `${name} is not set`, next: 'add it to .env' }));
}

function withoutEnvironment(config: ProductConfig): unknown {
  const { environment: _environment, ...rest } = config;
  return rest;
}

/** A password under an unknown key is both a secret and unknown: one line is enough, and the first is the better word. */
function wrong(problems: readonly Problem[]): ConfigError {
  const first = new Map(problems.toReversed().map((problem) => [problem.at, problem]));
  return configError(
    configFile(),
    problems.filter((problem) => first.get(problem.at) === problem),
  );
}
