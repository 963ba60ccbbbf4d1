import { accountPage } from './account.js';
import { adminPage } from './admin.js';
import { prepareChat } from './chat.js';
import { prepareFrame } from './frame.js';
import { recordPage } from './record.js';
import { followOtherTabs } from './session.js';
import { signInPage } from './sign-in.js';

/** @type {Record<string, () => void>} */
const pages = {
  account: () => accountPage(),
  invoice: () => recordPage('invoice'),
  booking: () => recordPage('booking'),
  admin: () => adminPage(),
  'sign-in': () => signInPage(),
};

/** What is the page's own. */
function startPage() {
  pages[document.body.getAttribute('data-page') ?? '']?.();
}

followOtherTabs();
prepareFrame();
prepareChat();
startPage();
