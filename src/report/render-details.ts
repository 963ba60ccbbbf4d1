import type { Acceptance, AttemptResult, GateResult } from './acceptance-schema';
import { html, type Html } from './html';
import { count } from './people';
import { dateInWords, secondsInWords } from './time-in-words';

/** What engineers want to look up, folded away. */
export function renderDetails(acceptance: Acceptance): Html {
  const { gates, attempts, tests, totals, stages } = acceptance;
  return html`<section aria-labelledby="details">
    <h2 id="details">Details</h2>
    ${gates.length > 0 && fold(`Measurements (${gates.length})`, ['gate', 'of', 'result', 'limit', 'figures'], gates.map(gateRow))}
    ${fold(
      `Attempts (${attempts.length}, ${count(totals.requests, 'request')} with their controls)`,
      ['verdict', 'viewer', 'owner', 'kind', 'probe', 'technique', 'because', 'guarantee', 'id'],
      attempts.map(attemptRow),
    )}
    ${fold(
      `Tests (${tests.length})`,
      ['outcome', 'guarantee', 'file', 'took'],
      tests.map(
        ({ outcome, guarantee, file, durationMs }) =>
          html`<td>${outcome}</td>
            <td>${guarantee}</td>
            <td><code>${file}</code></td>
            <td>${secondsInWords(durationMs)}</td>`,
      ),
    )}
    ${fold(
      'Evidence that was searched, by channel',
      ['channel', 'pieces'],
      Object.entries(totals.searched)
        .toSorted(([, a], [, b]) => b - a)
        .map(
          ([channel, pieces]) =>
            html`<td>${channel}</td>
              <td>${pieces}</td>`,
        ),
    )}
    ${fold(
      'Runs',
      ['stage', 'ended', 'started', 'took'],
      stages.map(
        ({ stage, ended, startedAt, durationMs }) =>
          html`<td>${stage}</td>
            <td>${ended}</td>
            <td>${startedAt && dateInWords(startedAt)}</td>
            <td>${durationMs !== undefined && secondsInWords(durationMs)}</td>`,
      ),
    )}
  </section>`;
}

function fold(title: string, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<details class="fold">
    <summary>${title}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function gateRow({ gate, subject, is, measured, unit, limit, detail, figures }: GateResult): Html {
  const shown = measured === undefined ? detail : `${Number(measured.toFixed(1))} ${unit}`;
  const more = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return html`<td>${gate}</td>
    <td>${subject}</td>
    <td><span class="pill ${is}">${is}</span> ${shown}</td>
    <td>${limit !== undefined && `${limit} ${unit}`}</td>
    <td>${more.join(' · ')}</td>`;
}

function attemptRow({ id, verdict, viewer, owner, kind, probe, because, guarantee }: AttemptResult): Html {
  const why = typeof because === 'string' ? because.replaceAll('-', ' ') : because?.detail;
  return html`<td><span class="pill ${verdict}">${verdict}</span></td>
    <td>${viewer}</td>
    <td>${owner}</td>
    <td>${kind}</td>
    <td>${probe.kind}: ${probe.what}</td>
    <td>${probe.technique}</td>
    <td>${why}</td>
    <td>${guarantee}</td>
    <td><code>${id}</code></td>`;
}
