// Short notes in the corner. They stay until dismissed when they are errors, 10 s otherwise; the pointer or the focus holds them.
import { text } from './texts.js';

export function toast(message, { error = false, action = null } = {}) {
  const region = document.getElementById('toasts');
  if (!region) return;
  const note = document.createElement('div');
  note.className = `toast-note${error ? ' is-error' : ''}`;
  const words = document.createElement('span');
  words.textContent = message;
  note.append(words);
  if (action) note.append(button(action.label, action.run));
  note.append(button(text('dismiss'), () => note.remove()));
  region.append(note);
  if (error) return;
  let timer = setTimeout(() => note.remove(), 10_000);
  const hold = () => clearTimeout(timer);
  const release = () => { timer = setTimeout(() => note.remove(), 10_000); };
  note.addEventListener('focusin', hold);
  note.addEventListener('mouseenter', hold);
  note.addEventListener('focusout', release);
  note.addEventListener('mouseleave', release);
}

function button(label, run) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-sm btn-outline-secondary';
  element.textContent = label;
  element.addEventListener('click', run);
  return element;
}
