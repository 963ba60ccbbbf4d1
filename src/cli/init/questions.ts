import type { Read } from '../../product/types';

/** How customers ask for what is theirs, and for all there is of them. */
interface Questions {
  readonly list: (name: string) => string;
  readonly anything: string;
}

const english: Questions = {
  list: (name) => `Can you show me my ${name}?`,
  anything: 'What do you know about me?',
};

/** A bot that is told to answer in its site's language may not take another one for a question. */
const byLanguage: ReadonlyMap<string, Questions> = new Map([
  ['en', english],
  ['de', { list: (name) => `Können Sie mir meine ${name} zeigen?`, anything: 'Was wissen Sie über mich?' }],
  ['fr', { list: (name) => `Pouvez-vous me montrer mes ${name} ?`, anything: 'Que savez-vous de moi ?' }],
  ['es', { list: (name) => `¿Puede mostrarme mis ${name}?`, anything: '¿Qué sabe de mí?' }],
  ['it', { list: (name) => `Può mostrarmi le mie ${name}?`, anything: 'Che cosa sa di me?' }],
  ['nl', { list: (name) => `Kunt u mij mijn ${name} laten zien?`, anything: 'Wat weet u over mij?' }],
  ['pt', { list: (name) => `Pode mostrar-me as minhas ${name}?`, anything: 'O que sabe sobre mim?' }],
]);

/**
 * The ordinary questions of customers, for the kinds that the pages load.
 *
 * @param language of the site, as its pages name it (`de`, `pt-BR`); English where it is none that is known
 * @returns kinds with their questions
 */
export function questionsFor(
  reads: readonly Read[],
  language: string | undefined,
): ReadonlyMap<string, string> {
  const [first = ''] = (language ?? '').toLowerCase().split(/[-_]/);
  const { list, anything } = byLanguage.get(first) ?? english;
  const lists = reads.filter(({ path }) => !path.includes('{id}'));
  if (lists.length === 0) return new Map([['record', anything]]);
  return new Map(lists.map(({ kind, name }) => [kind, list(name)]));
}
