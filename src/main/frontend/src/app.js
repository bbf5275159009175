// Every page loads this: htmx, the habits around it, live updates, keys, selection in lists.
import './requests.js';
import './page.js';
import './bulk.js';
import './keys.js';
import './key-settings.js';
import './live.js';
import { mountAll } from './lazy.js';

mountAll(document);
