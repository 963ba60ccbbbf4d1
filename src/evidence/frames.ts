import type { Result } from './protocol';
import type { Target } from './target';

export interface Frame {
  readonly id: string;
  readonly url: string;
}

type Tree = Result<'Page.getFrameTree'>['frameTree'];

/** The frames of a page or iframe that live in its own process: the others are targets of their own. */
export const framesOf = async (target: Target): Promise<readonly Frame[]> => {
  const { frameTree } = await target.send('Page.getFrameTree');
  const flat = ({ frame, childFrames = [] }: Tree): readonly Frame[] => [frame, ...childFrames.flatMap(flat)];
  return flat(frameTree);
};
