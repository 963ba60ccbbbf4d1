/** Somebody's product by its traces in what a site sends to everybody. */
interface Trace {
  readonly name: string;
  readonly trace: RegExp;
}

/** With what a site was built. */
export const builders: readonly Trace[] = [
  { name: 'Webflow', trace: /<html[^>]+data-wf-(?:site|page)|content="Webflow/i },
  { name: 'Framer', trace: /data-framer-hydrate-v2|content="Framer /i },
];

/** Whose chat widget a page carries. */
export const widgets: readonly Trace[] = [
  { name: 'deep-chat', trace: /<deep-chat|createElement\(['"]deep-chat|\/deep-?chat[\w.]*\.js/i },
  { name: 'n8n', trace: /@n8n\/chat|n8n-chat/i },
  { name: 'Flowise', trace: /flowise-embed|<flowise-/i },
  { name: 'Typebot', trace: /@typebot\.io|<typebot-/i },
  { name: 'Open Chat Studio', trace: /open-chat-studio/i },
  { name: 'Botpress', trace: /cdn\.botpress|bpFab|botpress\/webchat/i },
  { name: 'Voiceflow', trace: /voiceflow/i },
  { name: 'Chatbase', trace: /chatbase\.co/i },
  { name: 'Chatwoot', trace: /chatwoot/i },
];

/** Who signs people in: by what a page loads, and by what its browser keeps afterwards. */
export const backends = [
  { name: 'supabase', trace: /[a-z\d]{20}\.supabase\.co|supabase\.createClient|\/auth\/v1\/token/ },
  { name: 'firebase', trace: /firebaseapp\.com|identitytoolkit\.googleapis|firebase:authUser/ },
  { name: 'memberstack', trace: /static\.memberstack\.com|data-memberstack-app|_ms-mid/ },
  { name: 'outseta', trace: /[\w-]+\.outseta\.com|Outseta\.nocode/ },
  { name: 'xano', trace: /[\w-]+\.xano\.io\/api:/ },
] as const satisfies readonly Trace[];

export type Backend = (typeof backends)[number]['name'] | 'page';

/** The first of them that left a trace. */
export function traced<Name extends string>(
  traces: readonly { readonly name: Name; readonly trace: RegExp }[],
  text: string,
): Name | undefined {
  return traces.find(({ trace }) => trace.test(text))?.name;
}
