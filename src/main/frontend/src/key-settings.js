// The keys in /settings and in the `?` dialog: shown as they are now, changed, switched off (WCAG 2.1.4).
import { actOf, enabled, keyOf, named, opensSequence, reset, setEnabled, setKey } from './keymap.js';
import { text } from './texts.js';

const readable = (key) => (key === '' ? text('keyNone') : /^[A-Z]$/.test(key) ? `Shift+${key.toLowerCase()}` : key);
const nameOf = (act) => document.querySelector(`[data-key-row="${CSS.escape(act)}"] th`)?.textContent ?? act;

function show() {
  document.querySelectorAll('[data-key-row]').forEach((row) => {
    row.querySelector('[data-key-shown]').textContent = readable(keyOf(row.dataset.keyRow));
  });
  const box = document.querySelector('[data-keys-on]');
  if (box) box.checked = enabled();
}

function say(words) {
  const place = document.querySelector('[data-key-status]');
  if (place) place.textContent = words;
}

function listen(button) {
  const act = button.closest('[data-key-row]').dataset.keyRow;
  say(text('keyPress'));
  const stop = () => {
    button.removeEventListener('keydown', choose);
    button.removeEventListener('blur', stop);
    say('');
  };
  const choose = (event) => {
    if (event.key === 'Shift') return;
    if (event.key === 'Tab') {
      stop(); // leaving the button is always possible
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Escape' && event.key !== 'Delete') {
      const key = named(event);
      const other = actOf(key);
      if ([...key].length !== 1 || key === ' ' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
        say(text('keyRefused'));
        return;
      }
      if ((other && other !== act) || opensSequence(key)) {
        say(text('keyTaken', other ? nameOf(other) : key));
        return;
      }
      setKey(act, key);
    }
    if (event.key === 'Delete') setKey(act, '');
    stop();
    show();
  };
  button.addEventListener('keydown', choose);
  button.addEventListener('blur', stop);
}

document.addEventListener('click', (event) => {
  const edit = event.target.closest('[data-key-edit]');
  if (edit) listen(edit);
  if (event.target.closest('[data-keys-reset]')) {
    reset();
    show();
  }
});

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-keys-on]')) setEnabled(event.target.checked);
});

show();
