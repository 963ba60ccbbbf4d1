import type { Lookalike } from '../fault';
import { withFooterScript } from '../pages/change';

/** Late, wide, and with a field for an email address that is not the chat's. */
export const cookieBanner: Lookalike = {
  id: 'cookie-banner',
  resembles: 'gates',
  sentence: 'A second banner with a newsletter field slides in over the foot of the page.',
  change: (parts) =>
    withFooterScript(
      parts,
      `setTimeout(() => {
  const banner = document.createElement('section');
  banner.setAttribute('aria-label', 'Newsletter');
  banner.style.cssText = 'position:fixed;left:0;right:0;bottom:0;z-index:55;background:#fff;padding:18px 100px 18px 24px;border-top:2px solid #14566b';
  banner.innerHTML = '<form><label>Get our message to all customers: <input type="email" name="Email" placeholder="Your message address"></label> <button type="button">Join</button> <button type="button" aria-label="Close">×</button></form>';
  banner.addEventListener('click', ({ target }) => target.matches('button') && banner.remove());
  document.body.append(banner);
}, 900);`,
    ),
  caughtBy: [],
  verdict: 'held',
};
