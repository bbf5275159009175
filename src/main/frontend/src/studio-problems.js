// The list of problems beside an editor: what the server says of the text as it is now, and what the browser says of the drawing. An entry shows
// its element. How many there are is said aloud, the list itself is read when somebody goes there.
//   <section data-problems data-text-…><h2 id><p data-problems-count role="status"><ul data-problems-list></section>
import { csrfHeaders, timeOfDay } from './app.js';

const QUIET = 700; // after the last change
const LAYERS = ['GATE', 'ENGINE', 'HOUSE', 'LINT'];

const filled = (text, ...values) => (text ?? '').replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
const keyOf = ({ layer, element, text }) => `${layer} ${element} ${text}`;

class ProblemList {
  /** @param select shows an element, by its id */
  constructor(panel, select) {
    this.panel = panel;
    this.list = panel.querySelector('[data-problems-list]');
    this.count = panel.querySelector('[data-problems-count]');
    this.list.addEventListener('click', (event) => {
      const entry = event.target.closest('button');
      if (entry?.dataset.element) select(entry.dataset.element);
    });
    this.list.addEventListener('keydown', (event) => this.walk(event));
  }

  walk(event) {
    const entries = [...this.list.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = entries.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    entries[Math.max(0, Math.min(entries.length - 1, at + step))].focus();
  }

  say(name, ...values) {
    const text = filled(this.panel.dataset[`text${name}`], ...values);
    if (this.count.textContent !== text) this.count.textContent = text;
  }

  /** Whoever stands on an entry stays there while it is still true. */
  show(found) {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.list.replaceChildren(...found.map((each) => this.entry(each)));
    if (focused !== null) [...this.list.querySelectorAll('button')].find(({ dataset }) => dataset.key === focused)?.focus({ preventScroll: true });
    const errors = found.filter(({ weight }) => weight === 'ERROR').length;
    if (found.length === 0) this.say('Well', timeOfDay());
    else this.say('Count', errors, found.length - errors);
  }

  entry(found) {
    const { element, layer, weight, text } = found;
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `studio-problem is-${weight.toLowerCase()}`;
    button.dataset.element = element;
    button.dataset.key = keyOf(found);
    const tag = document.createElement('span');
    tag.className = `tag tag-${weight === 'ERROR' ? 'danger' : 'warn'}`;
    tag.textContent = this.word(weight);
    const where = document.createElement(element ? 'code' : 'span');
    where.textContent = element || this.panel.dataset.textWholefile;
    const by = document.createElement('small');
    by.textContent = this.word(layer);
    button.append(tag, ` ${text} `, where, ' ', by);
    item.append(button);
    return item;
  }

  word(constant) {
    return this.panel.dataset[`text${constant[0]}${constant.slice(1).toLowerCase()}`];
  }
}

function ordered(found) {
  const weight = (each) => (each.weight === 'ERROR' ? 0 : 1);
  return [...found].sort((one, other) => weight(one) - weight(other) || LAYERS.indexOf(one.layer) - LAYERS.indexOf(other.layer));
}

/**
 * @param read   the text of the model as it stands in the editor
 * @param select shows an element, by its id
 * @param lint   what the browser itself finds, as [{element, text}]; asked for first, because it needs no server
 */
export function problems(place, read, select, lint = async () => []) {
  const panel = document.querySelector('[data-problems]');
  if (!panel?.querySelector('[data-problems-list]')) return;
  const list = new ProblemList(panel, select);
  let soon = 0;
  let asked = 0;
  let running = null;
  let drawing = [];
  let told = [];
  const show = () => list.show(ordered([...told, ...drawing.map((each) => ({ ...each, layer: 'LINT', weight: 'WARNING' }))]));

  /** Only the answer to the last question counts. */
  async function check() {
    const mine = ++asked;
    running?.abort();
    running = new AbortController();
    list.say('Checking');
    try {
      const found = await lint();
      const body = await read();
      const answer = await fetch(`${place.dataset.check}?file=${encodeURIComponent(place.dataset.file)}`, {
        method: 'POST', body, signal: running.signal, credentials: 'same-origin', headers: { 'Content-Type': 'text/plain', Accept: 'application/json', ...csrfHeaders() },
      });
      const said = await answer.json();
      if (mine !== asked) return;
      if (!answer.ok) {
        list.say('Refused', said.detail ?? String(answer.status));
        return;
      }
      drawing = found;
      told = said;
      show();
    } catch (problem) {
      if (mine !== asked) return; // somebody typed on
      console.debug(problem);
      list.say('Failed');
    }
  }
  place.addEventListener('studio:changed', () => {
    clearTimeout(soon);
    soon = setTimeout(check, QUIET);
  });
  check();
  const wanted = new URLSearchParams(location.search).get('element');
  if (wanted) select(wanted);
}
