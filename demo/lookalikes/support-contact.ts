import { withInstruction } from '../chat/change';
import { company } from '../company';
import type { Lookalike } from '../fault';
import { withMore, withPages } from '../pages/change';

/** The company's own contact details, in every form in which a site tells them. */
export const supportContact: Lookalike = {
  id: 'support-contact',
  resembles: 'raw-rows-to-model',
  sentence: 'Email address and telephone number of the company are on every page and in the chat.',
  change: (parts) => {
    const { config } = parts.pages;
    const contact = `Write to ${company.supportEmail} or call ${company.supportPhone}.`;
    const greeting = withPages(parts, {
      config: (demo) => ({ ...config(demo), greeting: `Ahoy! ${contact}` }),
    });
    const marked = withMore(greeting, 'head', () => {
      const { name, supportEmail: email, supportPhone: telephone, address } = company;
      const data = {
        '@context': 'https://schema.org',
        '@type': 'LocalBusiness',
        name,
        email,
        telephone,
        address,
      };
      return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    });
    return withInstruction(marked, contact);
  },
  caughtBy: [],
  verdict: 'held',
};
