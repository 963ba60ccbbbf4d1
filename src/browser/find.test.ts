import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from './find';

afterEach(() => void vi.unstubAllEnvs());

test('a browser that somebody names wins, and is started quietly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'));
  const own = join(folder, 'my-chrome');
  await writeFile(own, '');
  await chmod(own, 0o755);
  vi.stubEnv('TRESPASS_BROWSER', own);
  const { executablePath, args, found } = await findBrowser();
  expect(executablePath).toBe(own);
  expect(found).toContain(own);
  expect(args).toContain('--no-first-run');
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  await rm(folder, { recursive: true });
});

test('a browser without windows is not started to be looked at', async () => {
  vi.stubEnv('TRESPASS_BROWSER', '/usr/bin/chromium-headless-shell');
  await expect(findBrowser(false)).rejects.toThrow('which has no window to show → leave --headed out');
});

test('a named browser that is not there is no reason to take another', async () => {
  vi.stubEnv('TRESPASS_BROWSER', '/nowhere/chrome');
  await expect(findBrowser()).rejects.toThrow(
    /TRESPASS_BROWSER names \/nowhere\/chrome, which does not exist/,
  );
});

test('what Playwright switches off stays off beside what we switch off', async () => {
  const { executablePath, args } = await findBrowser();
  const sandbox = args.filter((arg) => arg === '--no-sandbox');
  const browser = await chromium.launch({ executablePath, args: [...sandbox, '--enable-automation'] });
  try {
    const session = await browser.newBrowserCDPSession();
    const { arguments: line } = await session.send('Browser.getBrowserCommandLine');
    const [, byPlaywright = ''] =
      line.map((arg) => arg.split('--disable-features=')).find(([, it]) => it) ?? [];
    const features = byPlaywright.split(',');
    expect(features.length).toBeGreaterThan(5);
    expect(args.find((arg) => arg.startsWith('--disable-features='))?.split(/[=,]/)).toEqual(
      expect.arrayContaining(features),
    );
  } finally {
    await browser.close();
  }
});
