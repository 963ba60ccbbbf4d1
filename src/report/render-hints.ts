import type { HintGroup } from './acceptance-schema';
import { html, type Html } from './html';
import { capitalised, count, personInWords } from './people';
import { channelInWords } from './render-findings';

/** What people should look at; nothing where there is nothing. */
export function renderHints(hints: readonly HintGroup[] = []): Html | false {
  if (hints.length === 0) return false;
  return html`<section aria-labelledby="hints">
    <h2 id="hints">Worth a look</h2>
    <p class="lead">
      What reads like names of people who stand in no record, are not public and were not typed by who saw
      them. Names are easily mistaken, so nothing follows from this by itself.
    </p>
    <div class="cause">${hints.map(hint)}</div>
  </section>`;
}

function hint({ viewer, channel, where, names, fingerprints, seeAgain }: HintGroup): Html {
  const { part, url, selector, path } = where;
  const parts = [selector, path].filter((text) => text !== undefined);
  return html`<details>
    <summary>
      <b>${capitalised(personInWords(viewer))}</b> was shown what reads like ${count(names, 'name')} of
      people<span class="small">in ${channelInWords(channel)}</span>
    </summary>
    <div>
      <dl class="facts">
        <dt>where</dt>
        <dd>
          ${part}${url !== undefined && html` of <code>${url}</code>`}${parts.map((text) => html`, <code>${text}</code>`)}
        </dd>
        <dt>fingerprints</dt>
        <dd>${fingerprints.map((one) => html`<code>${one}</code> `)}</dd>
      </dl>
      <p class="small">See it again (${seeAgain.guarantee}):</p>
      <pre><code>${seeAgain.command}</code></pre>
    </div>
  </details>`;
}
