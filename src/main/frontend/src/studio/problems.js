// The list of problems beside an editor: what the server says of the text as it is now; an entry shows its element.
import { csrfHeaders } from '../app.js';

const QUIET = 900;

/** @param read text of the model @param select shows an element, by its id */
export function problems(place, read, select) {
  const list = document.querySelector('[data-problems]');
  if (!list || list.dataset.checked) return;
  let soon = 0;
  let asked = 0;
  async function check() {
    const mine = ++asked;
    try {
      const answer = await fetch(`${place.dataset.check}?file=${encodeURIComponent(place.dataset.file)}`, {
        method: 'POST', body: await read(), credentials: 'same-origin', headers: { 'Content-Type': 'text/plain', Accept: 'application/json', ...csrfHeaders() },
      });
      if (!answer.ok) return;
      const found = await answer.json();
      if (mine === asked) show(found);
    } catch (problem) {
      console.debug(problem); // asked again with the next change
    }
  }
  function show(found) {
    list.replaceChildren();
    if (found.length === 0) return;
    const entries = document.createElement('ul');
    for (const { element, weight, text } of found) {
      const entry = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `studio-problem is-${weight.toLowerCase()}`;
      button.dataset.element = element;
      button.textContent = text;
      entry.append(button);
      entries.append(entry);
    }
    list.append(entries);
  }
  list.addEventListener('click', (event) => {
    const entry = event.target.closest('[data-element]');
    if (entry?.dataset.element) select(entry.dataset.element);
  });
  place.addEventListener('studio:changed', () => {
    clearTimeout(soon);
    soon = setTimeout(check, QUIET);
  });
  check();
}
