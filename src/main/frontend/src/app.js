// Every page loads this: htmx, the habits around it, live updates, keys, selection in lists.
import './requests.js';
import './page.js';
import './bulk.js';
import './keys.js';
import './key-settings.js';
import './live.js';
import './presence.js';
import { mountAll } from './lazy.js';

mountAll(document);

// what form.js and diagram.js share with the page
export { csrfHeaders, signedOut } from './http.js';
export { enabled as keysEnabled, usable as usableKey } from './keymap.js';
export { askToSignIn } from './requests.js';
export { text, timeOfDay } from './texts.js';
export { toast } from './toast.js';
