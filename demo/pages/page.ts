/** The pages of the site, by the name that `<body data-page>` carries. */
export type PageName =
  'home' | 'pricing' | 'sign-in' | 'account' | 'invoice' | 'booking' | 'admin' | 'not-found';

/** A page as it was written, before the site's frame is put around it. */
export interface Page {
  readonly name: PageName;
  readonly title: string;
  readonly description: string;
  /** Webflow's own id of the page. */
  readonly webflowId: string;
  /** Public pages may be found by search engines and checked again by caches; the others are for one person. */
  readonly audience: 'public' | 'private';
  readonly main: string;
}

/** A page that somebody asked for. */
export interface Visit {
  readonly page: Page;
  readonly request: Request;
}
