import { html, type Html, verbatim } from './html';
import { style } from './style';

/** No request leaves such a page, whatever is written in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page of a report, which needs nothing besides itself. Everything in it is escaped. */
export function documentOf(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${verbatim(style)}
        </style>
      </head>
      <body>
        <div class="page">${content}</div>
      </body>
    </html>`;
}
