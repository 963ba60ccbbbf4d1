import type { DemoContext } from '../context';
import type { Parts } from '../parts';
import type { Visit } from './page';
import type { PagesParts } from './parts';

/** The product with another site. */
export function withPages(parts: Parts, pages: Partial<PagesParts>): Parts {
  return { ...parts, pages: { ...parts.pages, ...pages } };
}

/** The site with more addresses that answer. */
export function withRoutes(parts: Parts, add: PagesParts['routes']): Parts {
  const { routes } = parts.pages;
  return withPages(parts, {
    routes(app, demo) {
      routes(app, demo);
      add(app, demo);
    },
  });
}

type Piece = (visit: Visit, demo: DemoContext) => string | Promise<string>;

/** The pages with something more in one of their pieces. */
export function withMore(parts: Parts, piece: 'head' | 'menu' | 'main' | 'footerCode', more: Piece): Parts {
  const before = parts.pages[piece];
  return withPages(parts, {
    [piece]: async (visit: Visit, demo: DemoContext) =>
      `${await before(visit, demo)}${await more(visit, demo)}\n`,
  });
}

/** The pages with one more script in their footer code: text, or made when the page is. */
export function withFooterScript(parts: Parts, code: string | ((demo: DemoContext) => string)): Parts {
  return withMore(
    parts,
    'footerCode',
    (_visit, demo) => `<script>(() => {\n${typeof code === 'string' ? code : code(demo)}\n})();</script>`,
  );
}

/** A source with one piece of it replaced. Throws when the piece is not there: a variant must not become none. */
export function swapped(source: string, piece: string, by: string): string {
  if (!source.includes(piece)) throw new Error(`The source has no longer a piece like this: ${piece}`);
  return source.replace(piece, () => by);
}

/** The bundle with one of its scripts written in another way. Throws for a name that it does not have. */
export function withScript(
  parts: Parts,
  name: string,
  rewrite: string | ((source: string) => string),
): Parts {
  const { scripts } = parts.pages;
  if (!scripts.some((script) => script.name === name)) {
    throw new Error(
      `The page has no script '${name}'. It has: ${scripts.map((script) => script.name).join(', ')}`,
    );
  }
  return withPages(parts, {
    scripts: scripts.map((script) =>
      script.name === name
        ? { name, source: typeof rewrite === 'string' ? rewrite : rewrite(script.source) }
        : script,
    ),
  });
}
