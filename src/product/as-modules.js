// @ts-check
/** Loader hooks, run in a thread of Node's own (`module.register`): plain JavaScript, for nothing compiles it there. */

let folder = '';

/**
 * @param {{ readonly folder: string }} data the address of the folder in which the config lies, with a slash at its end
 */
export function initialize(data) {
  ({ folder } = data);
}

/**
 * Scripts of the config's folder are modules, whatever a `package.json` says there or does not say: they are written with `import`.
 * @type {import('node:module').ResolveHook}
 */
export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context);
  const { pathname } = new URL(resolved.url);
  const isOurs = resolved.url.startsWith(folder) && !pathname.includes('/node_modules/');
  return isOurs && pathname.endsWith('.ts') ? { ...resolved, format: 'module' } : resolved;
}
