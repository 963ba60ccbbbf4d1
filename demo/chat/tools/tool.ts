import type { Turn } from '../turn';

/** Something that the model may ask the bot to do. */
export interface Tool {
  readonly name: string;
  /** For the model. */
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Who is offered it. */
  readonly offeredTo: 'everybody' | 'signed-in';
  /** What comes back is told to the model as JSON. */
  readonly run: (args: Readonly<Record<string, unknown>>, turn: Turn) => Promise<unknown>;
}

/** Arguments of a tool that takes none. */
export const noArguments = { type: 'object', properties: {}, additionalProperties: false } as const;

/** Arguments of a tool that takes one text. */
export function oneText(name: string, description: string): Readonly<Record<string, unknown>> {
  return { type: 'object', properties: { [name]: { type: 'string', description } }, required: [name] };
}

/** The text argument `name`, cut to a sensible length; empty when the model left it out. */
export function textArgument(args: Readonly<Record<string, unknown>>, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
