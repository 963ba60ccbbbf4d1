import type { Matrix, MatrixCell } from './acceptance-schema';
import { html, type Html } from './html';
import { personAsHeading } from './people';

/** Who tried for which kind of record, as a table. */
export function renderMatrix({ kinds, rows }: Matrix): Html | false {
  if (kinds.length === 0 || rows.length === 0) return false;
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">Who tried for what</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix">
      <table class="matrix">
        <caption>
          Rows: who visited. Columns: kinds of records that belong to somebody else. Numbers: attempts.
        </caption>
        <thead>
          <tr>
            <th scope="col">visitor</th>
            ${kinds.map((kind) => html`<th scope="col">${kind}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ viewer, cells }) =>
              html`<tr>
                <th scope="row">${personAsHeading(viewer)}</th>
                ${cells.map(cell)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function cell({ held, leaked, unknown }: MatrixCell): Html {
  if (held + leaked + unknown === 0) return html`<td><span class="small">not tried</span></td>`;
  return html`<td>${pill('leaked', leaked)}${pill('unknown', unknown)}${pill('held', held)}</td>`;
}

function pill(is: 'held' | 'leaked' | 'unknown', amount: number): Html | false {
  return amount > 0 && html`<span class="pill ${is}">${is} ${amount}</span>`;
}
