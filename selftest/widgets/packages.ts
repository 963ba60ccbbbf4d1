import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'widgets');

/**
 * Widgets whose published bundle is whole, but whose package cannot be installed (`@n8n/chat` asks for a version that
 * npm does not have) or brings hundreds of packages which the bundle does not need. Only their archive is fetched.
 */
const packed = {
  n8n: {
    spec: '@n8n/chat@1.37.0',
    sha512: 'V1EQxDp/+rW6o/5OZgbwDfgPJXG8Jrn3TIdq7Z/26QTP90Uo3g2gv8CMnaQcphdTQVR+K06X34DOCRHXa8Tqnw==',
  },
  flowise: {
    spec: 'flowise-embed@3.1.6',
    sha512: 'xSrvBDiEvIIzRFsPBgmzG3SdfBeG4wBzdchdMurft5PQcdYO0HfB8cwGhn00fE5JOsdhVZXfJ3Fq6e/DgrW4ag==',
  },
  'open-chat-studio': {
    spec: 'open-chat-studio-widget@0.6.0',
    sha512: 'PJmjPRp4dRn9jy2YTwFNHlmS9uKaaOCgtuM/+Jqs1phlgbPfPW0tMQa13RFJTrWufsAe+RfFE4ZZTMpnLtNlZA==',
  },
  botpress: {
    spec: '@botpress/webchat@4.5.2',
    sha512: 'PDcVDTRMdI4dohijuygzauI1gUOZ/QpPK+PbJmmKHPrYw+evWFUlD49sqqy8Jeg/RLpcJ88P6KiYSVoeXpd4HQ==',
  },
} as const;

/** A widget whose archive can be had. */
type PackedName = keyof typeof packed;

/** Whether it is one of them. */
export function isPacked(name: string): name is PackedName {
  return name in packed;
}

/** Folder of a package that npm installed. */
export function installed(name: string): string {
  return join(root, 'node_modules', name);
}

/** Folder of an archive's contents; only after {@link fetchPacked}. */
export function unpacked(name: PackedName): string {
  return join(cache, `${name}-${packed[name].spec.split('@').at(-1)}`, 'package');
}

/**
 * Brings the archives into `node_modules/.cache`, unless they are there already, through npm with its own settings.
 *
 * @throws when one cannot be had, or is not the one that was seen when this was written
 */
export async function fetchPacked(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const names = Object.keys(packed).filter(isPacked);
  await Promise.all(names.filter((name) => !existsSync(unpacked(name))).map(fetchOne));
}

async function fetchOne(name: PackedName): Promise<void> {
  const { spec, sha512 } = packed[name];
  const folder = await mkdtemp(join(cache, `.${name}-`));
  try {
    const { stdout } = await run('npm', [
      'pack',
      spec,
      '--prefer-offline',
      '--json',
      '--pack-destination',
      folder,
    ]);
    const archive = join(folder, archiveNamed(stdout));
    const seen = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (seen !== sha512) throw new Error(`${spec} is not the archive that was pinned: its sha512 is ${seen}`);
    await run('tar', ['-xzf', archive, '-C', folder]);
    await rm(archive);
    await rename(folder, join(unpacked(name), '..'));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`the widget ${spec} could not be fetched from npm: ${String(error)}`, { cause: error });
  }
}

/** npm names the archive after the package: the only `.tgz` in what it says. */
function archiveNamed(said: string): string {
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(said)?.[1];
  if (name === undefined) throw new Error('npm pack did not say what it wrote');
  return name.replace('@', '').replace('/', '-');
}
