import { launch } from 'chrome-launcher';

/** A Chrome of our own, with nobody signed in, for audits only. */
export interface Chrome {
  /** Its debugging port, chosen at random. */
  readonly port: number;
  /** Also the id of its session: all of its processes share it. */
  readonly pid: number;
  /** Ends it and removes its profile. Calling it again does nothing. */
  readonly close: () => void;
}

// What Chrome does of its own accord would be measured as if the page had done it.
const flags = [
  '--headless=new',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const running = new Map<string, Promise<Chrome>>();

/**
 * The Chrome of this process for audits: started on the first call, handed out again on the next ones, gone when
 * it is closed or this process ends.
 *
 * @param executablePath where Chrome or Chromium is; found by chrome-launcher when left out
 * @param args further command line flags; `--no-sandbox` is added for root, who cannot start Chrome otherwise
 * @throws what chrome-launcher throws when there is no Chrome or it does not start
 */
export async function launchChrome(executablePath?: string, args: readonly string[] = []): Promise<Chrome> {
  const key = JSON.stringify([executablePath, args]);
  const known = running.get(key);
  if (known !== undefined) return known;
  const forget = (): boolean => running.delete(key);
  const started = start(executablePath, args, forget);
  running.set(key, started);
  started.catch(forget);
  return started;
}

async function start(path: string | undefined, args: readonly string[], forget: () => void): Promise<Chrome> {
  const launched = await launch({
    ...(path === undefined ? {} : { chromePath: path }),
    chromeFlags: [...new Set([...flags, ...sandboxFlags(), ...args])],
    // Whoever runs this process decides what an interrupt means; the exit below cleans up either way.
    handleSIGINT: false,
    logLevel: 'silent',
  });
  const close = (): void => {
    process.off('exit', close);
    forget();
    launched.kill();
  };
  process.once('exit', close);
  // Neither the browser nor its pipes may keep this process alive.
  launched.process.unref();
  return { port: launched.port, pid: launched.pid, close };
}

function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
