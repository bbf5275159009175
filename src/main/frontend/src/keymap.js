// Which key does which act. An act is named by its original key; what a person changed is kept in this browser.
const STORE = 'redress.keys';

export const ACTS = ['j', 'k', 'o', 'x', 'X', '/', '?', 'a', 's', 'r', 'c', 'n', 'd', 'p', 'u', 'e', 'z', '[', ']',
  'g h', 'g t', 'g b', 'g c', 'g q', 'g n', 'g m', 'g d', '1', '2', '3', '4', '5'];

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {}; // unreadable or forbidden: the original keys
  }
}

function write(settings) {
  try {
    localStorage.setItem(STORE, JSON.stringify(settings));
  } catch {
    // storage is forbidden: the change holds for nothing but this call, and the page shows the original key again
  }
}

export const enabled = () => read().off !== true;
export const setEnabled = (on) => write({ ...read(), off: !on });
export const reset = () => write({});

/** The key of an act as it is now; empty when it is switched off. */
export const keyOf = (act) => read().changed?.[act] ?? act;

export function setKey(act, key) {
  const settings = read();
  write({ ...settings, changed: { ...settings.changed, [act]: key } });
}

/** The act of a key (or of two keys in a row, "g t"), if it has one. */
export const actOf = (keys) => ACTS.find((act) => keyOf(act) === keys);

/** Whether an act waits for a second key after this one. */
export const opensSequence = (key) => ACTS.some((act) => keyOf(act).startsWith(`${key} `));

/** The key of an event as a person would name it: Caps Lock does not turn x into X. */
export function named(event) {
  const { key } = event;
  return /^[a-z]$/i.test(key) ? (event.shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
}

/** Whether the event may be a shortcut at all: no modifier, no IME at work, not in a field or a dialog. */
export function usable(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return false;
  const field = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=""], [contenteditable=true]';
  return !event.target.closest?.(`${field}, dialog`) && !document.querySelector('dialog[open]');
}
