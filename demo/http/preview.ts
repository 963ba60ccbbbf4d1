/** The site is also served under the name under which its designer looks at drafts: here, `localhost`. */
export function isAtPreview(request: Request): boolean {
  return new URL(request.url).hostname === 'localhost';
}
