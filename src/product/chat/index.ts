export { askInPage } from './ask';
export { openChat } from './open';
