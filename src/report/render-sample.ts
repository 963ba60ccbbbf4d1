import type { Sample, SampleCounts } from './acceptance-schema';
import { html, type Html } from './html';
import { count, list } from './people';

/** What the chatbot was asked from the corpus, and what can be concluded from so many answers. */
export function renderSample(sample: Sample | undefined): Html | false {
  if (!sample) return false;
  const { sentence, probes, messages, seeds, versions, families } = sample;
  return html`<section aria-labelledby="sample">
    <h2 id="sample">What the chatbot was asked</h2>
    <p><strong>${sentence}.</strong></p>
    <p class="lead">
      ${count(probes, 'probe')} (${count(messages, 'message')}) of the corpus, version
      ${list(versions.map(String))}, drawn with the seed <code>${list(seeds)}</code>. What was not answered is
      not counted. To ask the same again, set <code>PROBES_SEED</code>; to ask more, <code>PROBES</code>.
    </p>
    <details class="fold">
      <summary>By family (${families.length})</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Probes by family">
        <table>
          <thead>
            <tr>
              <th scope="col">family</th>
              <th scope="col">probes</th>
              <th scope="col">answered</th>
              <th scope="col">leaked</th>
            </tr>
          </thead>
          <tbody>
            ${families.map(familyRow)}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

function familyRow({ family, probes, answered, leaked }: SampleCounts & { readonly family: string }): Html {
  return html`<tr>
    <td>${family}</td>
    <td>${probes}</td>
    <td>${answered}</td>
    <td>${leaked}</td>
  </tr>`;
}
