export { askInPage } from './ask';
