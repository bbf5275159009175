// One draft that is being edited: saved by itself a moment after the last change, kept in this browser while the server cannot be reached,
// given up when a colleague takes over. The editor tells that something changed and gives its text when asked.
import { askToSignIn, csrfHeaders, signedOut, timeOfDay } from '../app.js';

const QUIET = 2_000; // after the last change
const LONGEST = 15_000; // after the first one
const SIGN_OF_LIFE = 40_000;
const TRY_AGAIN = 15_000;

export class Session {
  /** @param read gives the text of the model as it stands in the editor */
  constructor(place, read) {
    this.place = place;
    this.read = read;
    this.revision = Number(place.dataset.revision);
    this.line = document.querySelector('[data-studio-state]');
    this.store = `redress.draft:${place.dataset.save}`;
    this.dirty = false;
    this.over = 'readOnly' in place.dataset;
    if (this.over) return;
    this.hold(); // a page that is loaded again gives the draft up while it goes
    this.life = setInterval(() => this.hold(), SIGN_OF_LIFE);
    window.addEventListener('online', () => this.dirty && this.save());
    window.addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => document.hidden && this.dirty && this.save());
    window.addEventListener('beforeunload', (event) => (this.dirty || this.saving) && event.preventDefault());
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault();
        this.save(true);
      }
    });
    document.querySelector('[data-studio-keep]')?.addEventListener('click', () => this.save(true));
  }

  /** What this browser kept of the revision shown, or null. What belongs to an older one goes to the server, which keeps it aside. */
  kept() {
    const found = this.over ? null : this.stored();
    if (!found) return null;
    if (found.revision === this.revision) return found.text;
    this.send(found.text, found.revision, false);
    return null;
  }

  stored() {
    try {
      return JSON.parse(localStorage.getItem(this.store));
    } catch {
      return null; // unreadable or forbidden
    }
  }

  keepHere(text) {
    try {
      localStorage.setItem(this.store, JSON.stringify({ revision: this.revision, text }));
    } catch (problem) {
      console.warn(problem); // full or forbidden; the text still stands in the editor
    }
  }

  say(name, value) {
    if (this.line) this.line.textContent = (this.place.dataset[`text${name}`] ?? '').replace('{0}', value ?? '');
  }

  changed() {
    if (this.over) return;
    const first = !this.dirty;
    this.dirty = true;
    this.say('Unsaved');
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.save(), QUIET);
    if (first) this.late = setTimeout(() => this.save(), LONGEST);
  }

  /** @param keep makes a version of its own */
  async save(keep = false) {
    if (this.over || (this.saving && !keep)) return;
    await this.saving;
    clearTimeout(this.soon);
    clearTimeout(this.late);
    this.dirty = false;
    this.saving = this.write(keep).finally(() => { this.saving = null; });
    await this.saving;
  }

  async write(keep) {
    let text = '';
    try {
      text = await this.read();
    } catch (problem) {
      this.say('Refused', problem.message);
      return;
    }
    this.say('Saving');
    await this.send(text, this.revision, keep);
  }

  async send(text, revision, keep) {
    let answer;
    try {
      answer = await fetch(`${this.place.dataset.save}?revision=${revision}&keep=${keep}`, {
        method: 'POST', body: text, credentials: 'same-origin', headers: { 'Content-Type': 'text/plain', Accept: 'application/json', ...csrfHeaders() },
      });
    } catch {
      this.later(text, 'Offline');
      return;
    }
    if (signedOut(answer.status, answer.url)) {
      this.later(text, 'Offline');
      askToSignIn();
      return;
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) this.saved(told);
    else if (answer.status === 409 && 'revision' in told) this.lost(told);
    else this.later(text, 'Refused', told.detail ?? String(answer.status));
  }

  later(text, name, value) {
    this.keepHere(text);
    this.dirty = true;
    this.say(name, value);
    clearTimeout(this.soon);
    if (name === 'Offline') this.soon = setTimeout(() => this.save(), TRY_AGAIN);
  }

  saved({ revision, savedAt }) {
    this.revision = revision;
    localStorage.removeItem(this.store);
    if (!this.dirty) this.say('Saved', timeOfDay(new Date(savedAt)));
    this.place.dispatchEvent(new CustomEvent('studio:saved', { bubbles: true }));
  }

  /** A colleague has it now. The last text is kept on the server, and here is where. */
  lost({ holder, aside }) {
    this.over = true;
    clearInterval(this.life);
    localStorage.removeItem(this.store);
    this.say('Lost', holder ?? '');
    this.place.inert = true;
    if (aside && this.line) {
      const link = document.createElement('a');
      link.href = `${this.place.dataset.version}/${aside}/source`;
      link.textContent = this.place.dataset.textFetch;
      this.line.append(' ', link);
    }
  }

  async hold() {
    try {
      const answer = await fetch(this.place.dataset.hold, { method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json', ...csrfHeaders() } });
      if (!answer.ok || signedOut(answer.status, answer.url)) return;
      const told = await answer.json();
      if (told.mine) return;
      if (this.dirty) await this.save(); // is kept aside
      if (!this.over) this.lost(told);
    } catch (problem) {
      console.debug(problem); // the line is cut: the next sign of life tells
    }
  }

  leave() {
    if (this.over || this.dirty) return;
    fetch(this.place.dataset.release, { method: 'POST', keepalive: true, credentials: 'same-origin', headers: csrfHeaders() }).catch(() => {});
  }
}
