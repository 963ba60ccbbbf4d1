import type { Rehearsal } from '../../visit/rehearsal';
import type { Visitor } from '../../visit/visitor';
import { mostOfBucket, type TriedFiles } from './try-files';
import { waysTo } from './ways';

const file = { api: 'https://api.example/storage/v1', bucket: 'papers', name: 'folder/paper.pdf' };

/** What trying the files of one bucket would send, at most: each way of each visitor, a link that it gives, the controls. */
export function rehearseFiles(intruders: readonly Visitor[], keeper: Visitor, { of }: Rehearsal): TriedFiles {
  const each = mostOfBucket * (waysTo(file).length + 2);
  for (const { name } of intruders) of(name).requests += each;
  of(keeper.name).requests += each * (intruders.length + 1);
  return { endpoints: [], attempts: [] };
}
