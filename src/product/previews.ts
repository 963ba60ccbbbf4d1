import type { Product } from './types';

/** Origins under which drafts of the site are served, as the config names them or as they follow from the site's own. */
export function previewsOf({ site, previews }: Pick<Product, 'site' | 'previews'>): readonly string[] {
  return previews.map((one) => new URL(typeof one === 'string' ? one : one(site)).origin);
}
