import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faker } from '@faker-js/faker';

const packages = new URL('../../node_modules', import.meta.url).pathname;

/** What packages publish for browsers: scripts that were bundled or minified, and style sheets. */
const forBrowsers =
  /(?:\.min|\.umd|\.bundle|\.iife|-client\.production|\/umd\/[\w.-]+|\/bundle\/[\w.-]+|\/dist\/(?:web|deepChat))\.js$|\.css$/;
const smallest = 4_000;

/**
 * The text that a visit of sites with a chatbot brings, each distinct body once: scripts and style sheets as packages
 * publish them for browsers (about nine tenths, as on the web), pages, rows as JSON, streamed answers.
 */
export function pageTraffic(): readonly string[] {
  const bodies = [...browserFiles(), ...many(60, page), ...many(60, rows), ...many(200, answer)];
  return faker.helpers.shuffle([...new Set(bodies)]);
}

function browserFiles(): readonly string[] {
  return readdirSync(packages, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && forBrowsers.test(join(file.parentPath, file.name)))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .filter(({ length }) => length >= smallest);
}

function many(count: number, make: () => string): readonly string[] {
  return Array.from({ length: count }, make);
}

/** A page as site builders export it: classes, inline styles, images in several sizes, a script of settings. */
function page(): string {
  const sections = many(faker.number.int({ min: 5, max: 30 }), section).join('');
  const settings = JSON.stringify({ id: faker.string.uuid(), locale: 'en', build: faker.git.commitSha() });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${faker.company.name()}</title>
<link rel="stylesheet" href="/css/${faker.string.hexadecimal({ length: 16, prefix: '', casing: 'lower' })}.css">
<style>:root{--space:16px;--ink:#1d2433}.w-row:after{clear:both;content:" ";display:table}</style></head>
<body class="body">${sections}<script>window.__settings=${settings}</script></body></html>`;
}

function section(): string {
  const name = faker.string.alphanumeric(5);
  const image = `https://cdn.example.com/${faker.string.uuid()}/${faker.lorem.slug(2)}`;
  return `<section class="framer-${name} framer-v-${name.toLowerCase()}" data-framer-name="Card" style="opacity:1;transform:none">
<img alt="" loading="lazy" src="${image}.webp" srcset="${image}-p-500.webp 500w, ${image}-p-800.webp 800w">
<h2 class="heading-2">${faker.lorem.sentence()}</h2><p class="paragraph">${faker.lorem.paragraph()}</p>
<a href="/${faker.lorem.slug()}" class="button w-inline-block"><div>${faker.lorem.words(2)}</div></a></section>`;
}

function rows(): string {
  return JSON.stringify(
    Array.from({ length: faker.number.int({ min: 1, max: 50 }) }, () => ({
      id: faker.string.uuid(),
      created_at: faker.date.recent({ refDate: '2026-11-01T00:00:00Z' }),
      guest: { name: faker.person.fullName(), email: faker.internet.email() },
      seats: faker.number.int({ min: 1, max: 8 }),
      price: faker.commerce.price(),
      note: faker.lorem.sentence(),
    })),
  );
}

function answer(): string {
  const words = faker.lorem.paragraph().split(' ');
  return words.map((word) => `data: ${JSON.stringify({ delta: `${word} ` })}\n\n`).join('');
}
