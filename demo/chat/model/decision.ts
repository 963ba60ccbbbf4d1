/** What a model does next: say something, or ask for tools first. */
export type Decision =
  { readonly is: 'say'; readonly text: string } | { readonly is: 'call'; readonly calls: readonly Call[] };

export interface Call {
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
}

export function say(text: string): Decision {
  return { is: 'say', text };
}

export function call(name: string, args: Readonly<Record<string, string>> = {}): Decision {
  return { is: 'call', calls: [{ name, args }] };
}
