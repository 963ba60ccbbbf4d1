import type { Hono } from 'hono';
import type { DemoContext } from '../context';
import type { Script, SourceMap } from './bundle';
import { launcher, webflowLayout, type Pieces } from './frame';
import type { Visit } from './page';
import { soundScripts } from './scripts';

/** A piece of a page's HTML. */
type Piece = (visit: Visit, demo: DemoContext) => string | Promise<string>;

/** What the site's owner, its template and its build decide. */
export interface PagesParts {
  /** The tab's title: plain text. */
  readonly title: Piece;
  /** Custom code of the site's head. */
  readonly head: Piece;
  /** Custom code before `</body>`. */
  readonly footerCode: Piece;
  /** More entries of the menu. */
  readonly menu: Piece;
  /** The content, between header and footer. */
  readonly main: Piece;
  readonly launcher: string;
  /** What the site's builder makes of the pieces: a whole document. */
  readonly layout: (pieces: Pieces) => string;
  readonly css: (css: string) => string;
  /** The scripts that are joined into the bundle. */
  readonly scripts: readonly Script[];
  /** The bundle as it is published. */
  readonly published: (code: string, demo: DemoContext) => string;
  /** The bundle's source map as it is published. */
  readonly sourceMap: (map: SourceMap, demo: DemoContext) => SourceMap;
  /** Answer of `/api/config`. */
  readonly config: (demo: DemoContext) => Readonly<Record<string, unknown>>;
  /** More routes of the site's own. */
  readonly routes: (app: Hono, demo: DemoContext) => void;
}

const greeting =
  'Ahoy! Ask me about opening hours and prices, or about your own bookings once you are signed in.';

export const soundPages: PagesParts = {
  title: ({ page }) => page.title,
  head: () => '',
  footerCode: () => '',
  menu: () => '',
  main: ({ page }) => page.main,
  launcher,
  layout: webflowLayout,
  css: (css) => css,
  scripts: soundScripts,
  published: (code) => `${code}//# sourceMappingURL=site.js.map\n`,
  sourceMap: (map) => map,
  config: ({ anonKey }) => ({ supabaseKey: anonKey, chatUrl: '/api/chat', greeting }),
  routes: () => undefined,
};
