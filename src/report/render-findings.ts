import { natureOf } from '../nature';
import type { CauseGroup, FindingGroup, Place } from './acceptance-schema';
import { html, type Html } from './html';
import { capitalised, count, personInWords } from './people';
import { momentInWords } from './time-in-words';

/** Everything that was seen, by root cause; nothing where nothing was. */
export function renderCauses(causes: readonly CauseGroup[]): Html | false {
  if (causes.length === 0) return false;
  return html`<section aria-labelledby="causes">
    <h2 id="causes">What was seen</h2>
    <p class="lead">
      By root cause, the worst first. Open a line for the place, and for the command that shows it again.
    </p>
    ${causes.map(cause)}
  </section>`;
}

function cause({ rootCause, title, lookFirst, severity, findings }: CauseGroup): Html {
  return html`<article class="cause">
    <header>
      <span class="pill leaked">${severity}</span>
      <h3>${title}</h3>
      ${rootCause !== null && html`<code>${rootCause}</code>`}
    </header>
    <p class="look"><b>Look first:</b> ${lookFirst}</p>
    ${findings.map(finding)}
  </article>`;
}

function finding(group: FindingGroup): Html {
  const { channel, times, firstShown, lastShown, passing, places, seeAgain, severity, rule } = group;
  return html`<details>
    <summary>
      ${sentence(group)}<span class="small"
        >in ${channelInWords(channel)}, seen ${count(times, 'time')} · ${severity}</span
      >
    </summary>
    <div>
      <dl class="facts">
        <dt>rule</dt>
        <dd>${rule}</dd>
        <dt>first shown</dt>
        <dd>${momentInWords(firstShown)}</dd>
        <dt>last shown</dt>
        <dd>${momentInWords(lastShown)}</dd>
        ${passing !== undefined && moment(passing)} ${places.map(place)}
        <dt>id</dt>
        <dd><code>${group.id}</code></dd>
      </dl>
      ${seeAgain.map(
        ({ guarantee, command }) =>
          html`<p class="small">See it again (${guarantee}):</p>
            <pre><code>${command}</code></pre>`,
      )}
    </div>
  </details>`;
}

/** In the life of its page. */
function moment({ from, until }: NonNullable<FindingGroup['passing']>): Html {
  return html`<dt>for a moment</dt>
    <dd>shown ${from} ms after its page was asked for, gone at ${until} ms</dd>`;
}

function sentence(group: FindingGroup): Html {
  const { viewer, kind, field } = group;
  const who = html`<b>${capitalised(personInWords(viewer))}</b>`;
  const whose = html`<b>${personInWords(group.owner ?? 'nobody')}</b>`;
  switch (natureOf(group)) {
    case 'record':
      return html`${who} was shown the <b>${field}</b> in a record (${kind}) of ${whose}`;
    case 'write':
      return html`${who} changed the <b>${field}</b> in a record (${kind}) of ${whose}`;
    case 'session':
      return html`${who} opened an ended session of ${whose} again`;
    case 'secret':
      return html`${who} was shown a secret: <b>${field === kind ? kind : `${kind}, ${field}`}</b>`;
    case 'environment':
      return html`The page of <b>${personInWords(viewer)}</b> talks to <b>${field}</b>: ${kind}`;
    case 'stranger':
      return html`${who} was shown the <b>${kind}</b> of somebody whom the config does not know`;
  }
}

function place({ where, disguise, fingerprint }: Place): Html {
  const { url, part, selector, path, offset } = where;
  const parts = [selector, path, offset === undefined ? undefined : `at ${offset}`].filter(
    (text) => text !== undefined,
  );
  return html`<dt>where</dt>
    <dd>
      ${part}${url !== undefined && html` of <code>${url}</code>`}${parts.map((text) => html`, <code>${text}</code>`)}
      <br /><span class="small"
        >${disguise.length === 0 ? 'plain' : `disguised as ${disguise.join(', then ')}`}, fingerprint
        <code>${fingerprint}</code></span
      >
    </dd>`;
}

/** `response-body` is called `response body`. */
export function channelInWords(channel: string): string {
  return channel.replaceAll('-', ' ');
}
