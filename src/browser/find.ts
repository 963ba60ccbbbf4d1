import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executablePath: string;
  /** For every start of it. */
  readonly args: readonly string[];
  /** One line for people: which browser, and why this one. */
  readonly found: string;
}

/** Variable by which a person names the browser. */
const variable = 'TRESPASS_BROWSER';

/** Chromium without windows, which a page costs half as much (measured with Debian's, version 156). */
const shells = ['/usr/bin/chromium-headless-shell'];

/** Where distributions put it when nothing else tells. */
const commonPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
];

/** Chrome's own traffic would be evidence of nothing, and waits for a network that may not be there. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/**
 * Chrome's own interface, which nobody sees here: a suggestion list for the address bar of each window cost every
 * context 0.8 s of processor time (measured with Chromium 156, where `--headless` opens whole windows). And the one
 * renderer that it keeps in reserve: with several contexts each navigation throws that of another one away.
 */
const unseen = [
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
] as const;

/** What Playwright 1.65 switches off itself. Of two such flags the last one counts, so ours has to repeat its. */
const switchedOffByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
] as const;

const switchedOff = `--disable-features=${[...switchedOffByPlaywright, ...unseen].join(',')}`;

/**
 * The browser to visit with: the one that `TRESPASS_BROWSER` names, else Playwright's own, else an installed Chrome
 * or Chromium, a headless shell before others. Promises nothing about its version.
 *
 * @param headless false where its window is to be seen
 * @throws when there is none, with what was looked for
 */
export async function findBrowser(headless = true): Promise<Browser> {
  const named = process.env[variable];
  if (named) {
    if (!headless && isShell(named))
      throw new Error(
        `${variable} names ${named}, which has no window to show → leave --headed out, or name a Chrome or Chromium.`,
      );
    if (existsSync(named)) return browser(named, `the browser that ${variable} names`);
    throw new Error(
      `${variable} names ${named}, which does not exist → correct it, or unset it to have one found.`,
    );
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return browser(own, 'Playwright’s own Chromium');
  const others = [...(await installations()), ...commonPaths];
  const installed = [...(headless ? shells : []), ...others].find((path) => existsSync(path));
  if (installed !== undefined)
    return browser(installed, `an installed browser (Playwright’s own is not there)`);
  throw new Error(
    `No browser was found: ${variable} is not set, Playwright’s own is not at ${own}, and no Chrome or Chromium is ` +
      `installed → run \`npm start\`, which installs one, or set ${variable} to the path of yours.`,
  );
}

function isShell(path: string): boolean {
  return /headless[-_]shell$/.test(path);
}

function browser(executablePath: string, why: string): Browser {
  return { executablePath, args: [...sandbox(), ...quiet, switchedOff], found: `${why}: ${executablePath}` };
}

/** Chromium refuses to start as root with its sandbox on. */
function sandbox(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** chrome-launcher throws where it finds nothing. */
async function installations(): Promise<string[]> {
  const { Launcher } = await import('chrome-launcher');
  try {
    return Launcher.getInstallations();
  } catch {
    return [];
  }
}
