import { hookedChannel } from '../hooked';

/**
 * Names and descriptions that only assistive technology is given. The accessibility tree itself is not read: it takes
 * 80 ms for 200 list items, and all else in it is made of text, attributes and generated content, which are seen.
 */
export const accessibleName = hookedChannel({
  name: 'accessible-name',
  sees: 'labels, descriptions and value texts that a custom element sets for itself (ElementInternals)',
  blindTo: 'nothing that is known: all other names come from text and attributes (see dom)',
  plant: `const name = 'planted-name'; const given = value;
    if (!customElements.get(name)) customElements.define(name, class extends HTMLElement {
      constructor() { super(); this.attachInternals().ariaLabel = given; } });
    document.createElement(name);`,
});
