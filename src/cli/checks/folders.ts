import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { reportFolders } from '../../report/folders';
import { type Check, fine, type Said } from './check';

const run = promisify(execFile);

/** Whether what a run leaves, and the passwords, stay out of git. */
export const folders: Check = {
  id: 'folders',
  asks: 'do passwords and reports stay out of git?',
  async run() {
    if (!(await git('rev-parse', '--git-dir'))) return [fine('this folder is not under git')];
    const { root } = reportFolders();
    const paths = ['.env', `${root}/acceptance.json`, '.cache/x', 'test-results/x'];
    const wrong = (await Promise.all(paths.map(lookAt))).filter((one) => one !== undefined);
    return wrong.length > 0 ? wrong : [fine('.env, reports and caches are ignored by git')];
  },
};

async function lookAt(path: string): Promise<Said | undefined> {
  if (await git('ls-files', '--error-unmatch', path)) {
    const next = `git rm --cached ${path}, commit, and change what is in it`;
    return { is: 'wrong', what: `${path} is in git`, next };
  }
  // A folder outside of the repository is no business of git's: then it says so with another code.
  const isOutside = !(await git('ls-files', '--others', '--', path));
  if (isOutside || (await git('check-ignore', '--quiet', path))) return undefined;
  return { is: 'wrong', what: `${path} is not ignored by git`, next: 'add it to .gitignore' };
}

/** Whether git says yes; where there is no git, nothing is in it. */
async function git(...args: readonly string[]): Promise<boolean> {
  return run('git', [...args]).then(
    () => true,
    () => false,
  );
}
