import type { CarriedId } from '../words';
import { documentOf } from './document';
import { html, type Html, toText } from './html';
import type { InventoryReport, Protection, SensitiveEndpoint } from './inventory';
import { count, list, personInWords } from './people';

/** The inventory as one page that needs nothing besides itself; everything in it is escaped. */
export function renderInventory(report: InventoryReport): string {
  const { product, sensitive, walks } = report;
  const walkers = walks.map(
    ({ recordedAs, pages }) => `${personInWords(recordedAs)} (${count(pages.length, 'page')})`,
  );
  return toText(
    documentOf(
      `Endpoints: ${product}`,
      html` <main>
        <h1>
          ${count(sensitive.length, 'sensitive endpoint')} of ${product || 'the product'}, and how each is
          protected
        </h1>
        <p class="lead">
          Recorded by walking through the product as ${list(walkers)}. An endpoint is sensitive when its
          answer held private records. No value is written here: ids stand as {id} and {user}.
        </p>
        ${table(sensitive)}
        ${section(
          'Not measured: nobody knows whether these are sensitive',
          report.notMeasured.map(
            ({ what, notTried }) => `${what}: ${notTried ?? 'its answer could not be read'}`,
          ),
        )}
        ${section('Left out', report.leftOut)}
        ${section('Answered with nothing private', report.nothingPrivate)}
      </main>`,
    ),
  );
}

function table(sensitive: readonly SensitiveEndpoint[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sensitive endpoints">
    <table>
      <thead>
        <tr>
          <th scope="col">endpoint</th>
          <th scope="col">result</th>
          <th scope="col">how it is asked</th>
          <th scope="col">whose records it gave</th>
          <th scope="col">who was refused with what</th>
        </tr>
      </thead>
      <tbody>
        ${sensitive.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({
  what,
  is,
  auth,
  ids,
  records,
  protection,
  notTried,
  recordedAs,
  foundIn,
  hints = [],
}: SensitiveEndpoint): Html {
  return html`<tr>
    <td>
      <code>${what}</code>
      <div class="small">${foundIn}, as ${list(recordedAs.map(personInWords))}</div>
    </td>
    <td><span class="pill ${is.replace(' ', '-')}">${is}</span></td>
    <td>
      ${auth.join(', ')}
      <div class="small">${ids.map(idInWords).join('; ')}</div>
      ${hints.length > 0 && html`<div class="small">worth a look: ${hints.join('; ')}</div>`}
    </td>
    <td>${(records ?? []).map(({ owner, kind }) => `${personInWords(owner)}: ${kind}`).join('; ')}</td>
    <td>
      ${notTried !== undefined && html`<span class="small">${notTried}</span>`}${protection.map(protectionInWords)}
    </td>
  </tr>`;
}

function idInWords({ in: place, name, owner, kind }: CarriedId): string {
  const whose =
    owner === null ? 'nobody known' : `${personInWords(owner)}${kind === null ? '' : ` (${kind})`}`;
  return `${place} ${name}: id of ${whose}`;
}

function protectionInWords({ viewer, held, leaked, unknown, refusedWith }: Protection): Html {
  const refused = held > 0 && `refused ${count(held, 'time')} (${refusedWith.join(', ')})`;
  const parts = [
    leaked > 0 && `shown it ${count(leaked, 'time')}`,
    unknown > 0 && `unknown ${count(unknown, 'time')}`,
    refused,
  ];
  return html`<div>${personInWords(viewer)}: ${parts.filter((part) => part !== false).join(', ')}</div>`;
}

function section(title: string, lines: readonly string[]): Html | false {
  if (lines.length === 0) return false;
  return html`<section>
    <h2>${title}</h2>
    <ul class="plain">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}
