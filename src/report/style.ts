/** The look of the report: system fonts, two columns of air, light and dark; nothing is fetched from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f5f2, #14161a);
  --card: light-dark(#ffffff, #1d2026);
  --ink: light-dark(#1b1d22, #e9e7e2);
  --soft: light-dark(#5c6068, #a3a6ad);
  --line: light-dark(#e2dfd8, #343841);
  --good: light-dark(#14683f, #6fd3a0);
  --good-back: light-dark(#e2f3e9, #16332a);
  --bad: light-dark(#a81e1e, #ff9c94);
  --bad-back: light-dark(#fbe6e4, #43201f);
  --open: light-dark(#85530a, #f0c069);
  --open-back: light-dark(#fcf0d6, #3c2f15);
  --none-back: light-dark(#eeece7, #272b32);
  --focus: light-dark(#2456c9, #93b4ff);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
.page { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
.masthead { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; color: var(--soft); font-size: .9rem; }
.masthead strong { color: var(--ink); letter-spacing: .01em; }
h1 { font-size: clamp(1.4rem, 2.8vw, 1.85rem); line-height: 1.25; margin: 0; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 3rem 0 .35rem; letter-spacing: -.01em; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .4rem 0; max-width: 74ch; }
.lead { color: var(--soft); margin: 0 0 1rem; }
.verdict { margin: 1.25rem 0 1.25rem; padding: 1.75rem; border-radius: 14px; display: grid; grid-template-columns: auto 1fr; gap: .25rem 1.1rem; border: 1px solid transparent; }
.verdict .mark { font-size: 1.7rem; width: 3rem; height: 3rem; border-radius: 50%; display: grid; place-items: center; background: currentColor; }
.verdict .mark span { color: var(--card); font-weight: 700; line-height: 1; }
.verdict .more { margin: .6rem 0 0; padding: 0; list-style: none; color: var(--ink); }
.held, .met { color: var(--good); background: var(--good-back); }
.leaked, .failed, .missed { color: var(--bad); background: var(--bad-back); }
.unknown { color: var(--open); background: var(--open-back); }
.not-tried { color: var(--soft); background: var(--none-back); }
.verdict { border-color: color-mix(in srgb, currentColor 28%, transparent); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; margin: 0; }
.figures div { background: var(--card); padding: .8rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dt { color: var(--soft); font-size: .84rem; line-height: 1.3; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.count-leaked dd { color: var(--bad); }
.count-unknown dd { color: var(--open); }
.pill { display: inline-block; padding: .1rem .6rem; border-radius: 99px; font-size: .82rem; font-weight: 650; white-space: nowrap; }
.list { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 12px; background: var(--card); overflow: hidden; }
.list > li { padding: .95rem 1.1rem; border-top: 1px solid var(--line); display: grid; grid-template-columns: 7rem 1fr; gap: .2rem 1rem; }
.list > li:first-child { border-top: 0; }
.list p { margin: 0; }
.list .small { margin-top: .2rem; max-width: none; }
.small { color: var(--soft); font-size: .88rem; }
.small b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.reasons { margin: .35rem 0 0; padding-left: 1.1rem; font-size: .92rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; padding: .8rem 1rem; color: var(--soft); font-size: .88rem; }
th, td { text-align: left; padding: .55rem .9rem; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; font-size: .84rem; border-top: 0; white-space: nowrap; overflow-wrap: normal; }
caption + thead th { border-top: 1px solid var(--line); }
tbody th { font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
.matrix td { white-space: nowrap; }
.matrix .pill { border-radius: 6px; padding: .12rem .5rem; margin: 0 .2rem .2rem 0; }
.cause { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 1rem 0; overflow: hidden; }
.cause > header { padding: 1rem 1.1rem; display: flex; gap: .75rem; align-items: center; flex-wrap: wrap; }
.cause > header code { margin-left: auto; }
.cause > .look { margin: 0; padding: 0 1.1rem 1rem; }
.look b { font-weight: 650; }
details { border-top: 1px solid var(--line); }
summary { padding: .75rem 1.1rem; cursor: pointer; }
summary:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
summary .small { display: block; padding-left: 1.05rem; }
details > div { padding: .1rem 1.1rem 1.1rem 2.1rem; }
.fold { border: 1px solid var(--line); border-radius: 12px; background: var(--card); margin: .6rem 0; overflow: hidden; }
.fold > summary { font-weight: 600; }
.fold > .scroll { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.1rem; margin: .3rem 0; font-size: .92rem; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
code { font: .86em/1.5 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { margin: .3rem 0 0; padding: .65rem .8rem; background: var(--none-back); border-radius: 8px; white-space: pre-wrap; user-select: all; }
pre code { font-size: .85rem; }
.plain { padding-left: 1.2rem; max-width: 78ch; }
.plain li { margin: .3rem 0; }
footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
@media (max-width: 40rem) {
  .list > li { grid-template-columns: 1fr; }
  .verdict { grid-template-columns: 1fr; padding: 1.25rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: .5rem; }
}
@media print {
  body { background: #fff; }
  .page { max-width: none; padding: 0; }
  .cause, .list, .scroll { break-inside: avoid; }
}
`;
