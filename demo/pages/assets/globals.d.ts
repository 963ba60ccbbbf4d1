import type * as supabaseJs from '@supabase/supabase-js';

/** What the page's scripts find in the browser. */
declare global {
  /** The site's own settings, from `/api/config`. Everything in it is public. */
  interface SiteSettings {
    readonly supabaseKey: string;
    readonly chatUrl: string;
    readonly greeting: string;
  }

  /** Where footer code may take part in what the widget does. */
  interface SiteHooks {
    /** Adds to what is sent with a question; `user` is `null` for a visitor. */
    chatBody?: (
      body: Record<string, unknown>,
      user: { id: string; email?: string | undefined } | null,
    ) => Record<string, unknown>;
    /** Sees each piece of an answer before it is shown. */
    chatEvent?: (event: Record<string, unknown>) => void;
  }

  interface HTMLElementTagNameMap {
    /** What the site uses of the widget. */
    'deep-chat': HTMLElement & { submitUserMessage: (message: { readonly text: string }) => void };
  }

  interface Window {
    supabase: typeof supabaseJs;
    harbourLane?: SiteHooks;
  }
}
