import type { Acceptance, Criterion, Figure } from './acceptance-schema';
import { documentOf } from './document';
import { html, type Html, toText } from './html';
import { count } from './people';
import { renderDetails } from './render-details';
import { renderCauses } from './render-findings';
import { renderHints } from './render-hints';
import { renderMatrix } from './render-matrix';
import { renderSample } from './render-sample';
import { dateInWords, secondsInWords } from './time-in-words';

/** Verdicts as they are called in the heading, for those who cannot see the colour. */
const verdictWords = {
  held: 'All held',
  leaked: 'Leaked',
  missed: 'Limit missed',
  unknown: 'Not proven',
} as const;
const marks = { held: '✓', leaked: '!', missed: '!', unknown: '?' } as const;
const criterionWords = {
  met: 'met',
  failed: 'not met',
  unknown: 'unknown',
  'not-tried': 'not measured',
} as const;

/** The report as one page that needs nothing besides itself; everything in it is escaped. */
export function render(acceptance: Acceptance): string {
  const { verdict, product } = acceptance;
  const content = html`${masthead(acceptance)}
    <main>
      ${verdictBanner(acceptance)} ${figures(acceptance)} ${renderCauses(acceptance.causes)}
      ${unknowns(acceptance)} ${criteria(acceptance.criteria)} ${renderSample(acceptance.sample)}
      ${renderMatrix(acceptance.matrix)} ${renderHints(acceptance.hints)} ${notTested(acceptance)}
      ${renderDetails(acceptance)}
    </main>
    <footer>
      Trespass never writes a record’s value, a password or a token into a report: values stand here as
      fingerprints, which lead back to nothing. The same report for machines:
      <code>acceptance.json</code>.
    </footer>`;
  const page = documentOf(`${verdictWords[verdict.is]}: ${product || 'acceptance report'}`, content);
  return toText(page).replace(/^ {4}/gm, '');
}

function masthead({ product, writtenAt, stages }: Acceptance): Html {
  const total = stages.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  return html`<header class="masthead">
    <span
      ><strong>Trespass</strong> acceptance
      report${product !== '' && html` for <strong>${product}</strong>`}</span
    >
    <span>${dateInWords(writtenAt)}, after ${secondsInWords(total)}</span>
  </header>`;
}

function verdictBanner({ verdict }: Acceptance): Html {
  const more = verdict.more.map((line) => html`<li>${line}</li>`);
  return html`<section class="verdict ${verdict.is}" aria-label="Verdict">
    <div class="mark" aria-hidden="true"><span>${marks[verdict.is]}</span></div>
    <div>
      <h1>${verdict.sentence}</h1>
      ${
        more.length > 0 &&
        html`<ul class="more">
          ${more}
        </ul>`
      }
    </div>
  </section>`;
}

function figures({ totals, matrix }: Acceptance): Html {
  const { attempts, searched } = totals;
  const pieces = Object.values(searched).reduce((sum, amount) => sum + amount, 0);
  const visitors = matrix.rows.filter(({ cells }) =>
    cells.some((cell) => cell.held + cell.leaked + cell.unknown > 0),
  );
  const all: readonly (readonly [string, number])[] = [
    ['attempts to see what is not theirs', attempts.held + attempts.leaked + attempts.unknown],
    ['held', attempts.held],
    ['leaked', attempts.leaked],
    ['unknown', attempts.unknown],
    ['kinds of visitor', visitors.length],
    ['pieces of evidence searched', pieces],
  ];
  return html`<dl class="figures">
    ${all.map(
      ([name, value]) =>
        html`<div class="${value > 0 && `count-${name}`}">
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function criteria(all: readonly Criterion[]): Html {
  return html`<section aria-labelledby="criteria">
    <h2 id="criteria">What was promised</h2>
    <p class="lead">Each criterion with what was measured for it.</p>
    <ul class="list">
      ${all.map(criterion)}
    </ul>
  </section>`;
}

function criterion({ is, sentence, because, figures: measured }: Criterion): Html {
  return html`<li>
    <span><span class="pill ${is}">${criterionWords[is]}</span></span>
    <div>
      <p>${sentence}</p>
      ${measured.length > 0 && html`<p class="small">${measured.map(figure)}</p>`}
      ${
        because.length > 0 &&
        html`<ul class="reasons">
          ${because.map((reason) => html`<li>${reason}</li>`)}
        </ul>`
      }
    </div>
  </li>`;
}

function figure({ name, value }: Figure, index: number): Html {
  return html`${index > 0 && ' · '}${name} <b>${value}</b>`;
}

function unknowns({ unknowns: all }: Acceptance): Html | false {
  if (all.length === 0) return false;
  return html`<section aria-labelledby="unknowns">
    <h2 id="unknowns">What could not be judged</h2>
    <p class="lead">${count(all.length, 'thing')}. As long as there is one, the result is no pass.</p>
    <div class="cause">
      ${all.map(
        ({ subject, detail, what, seeAgain }) =>
          html`<details>
            <summary>${subject}<span class="small">${detail}</span></summary>
            <div>
              <dl class="facts">
                <dt>reason</dt>
                <dd>${what.replaceAll('-', ' ')}</dd>
              </dl>
              ${
                seeAgain &&
                html`<p class="small">See it again:</p>
                  <pre><code>${seeAgain.command}</code></pre>`
              }
            </div>
          </details>`,
      )}
    </div>
  </section>`;
}

function notTested({ notTested: listed, waived, limits }: Acceptance): Html {
  const left = [...listed, ...waived];
  return html`<section aria-labelledby="not-tested">
    <h2 id="not-tested">What was not tested</h2>
    ${
      left.length > 0 &&
      html`<ul class="plain">
        ${left.map(({ what, why }) => html`<li>${what}: <span class="small">${why}</span></li>`)}
      </ul>`
    }
    <p class="lead">And what this suite cannot see, whatever the result:</p>
    <ul class="plain">
      ${limits.map((limit) => html`<li>${limit}</li>`)}
    </ul>
  </section>`;
}
