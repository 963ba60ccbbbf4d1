import { hookedChannel } from '../hooked';

/** Text that stands in no element: a style sheet puts it on the page, or only on paper. */
export const styleRules = hookedChannel({
  name: 'style-rules',
  sees: 'rules with a text in them that a document’s scripts put into style sheets, for whatever medium',
  blindTo:
    'rules of which a script changes one property (those that are loaded or stand in the document are seen as such)',
  plant: 'new CSSStyleSheet().insertRule(`b::after { content: "${value}" }`);',
});
