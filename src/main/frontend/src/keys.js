// Single keys press the visible control that carries them (data-key), so there is nothing a key can do that a button cannot.
// j and k walk rows; in a row, a key means that row's control first.
import { select } from './bulk.js';
import { actOf, enabled, named, opensSequence, usable } from './keymap.js';

const ROWS = '.work-row, [data-row]';
let pending = '';
let pendingTimer = 0;

const visible = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null;
const rows = () => [...document.querySelectorAll(ROWS)].filter(visible);
const current = () => document.activeElement?.closest(ROWS) ?? document.querySelector('.is-current');

function go(step) {
  const all = rows();
  if (all.length === 0) return false;
  const at = all.indexOf(current());
  const row = all[Math.min(Math.max(at + step, 0), all.length - 1)] ?? all[0];
  document.querySelectorAll('.is-current').forEach((each) => each.classList.remove('is-current'));
  row.classList.add('is-current');
  (row.querySelector('a[href]') ?? row.querySelector('button, input'))?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  return true;
}

function tick(range) {
  const box = current()?.querySelector('[data-bulk-item]');
  if (!box) return false;
  select(box, range, range ? true : !box.checked);
  return true;
}

function open() {
  const link = current()?.querySelector('a[href]');
  link?.click();
  return Boolean(link);
}

function press(act) {
  const selector = `[data-key="${CSS.escape(act)}"]`;
  const control = [current(), document].flatMap((scope) => [...(scope?.querySelectorAll(selector) ?? [])])
    .find((element) => visible(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true');
  if (!control) return false;
  control.focus();
  if (!control.matches('input:not([type=radio], [type=checkbox]), textarea, select')) control.click();
  return true;
}

const own = { j: () => go(1), k: () => go(-1), o: open, x: () => tick(false), X: () => tick(true) };

document.addEventListener('keydown', (event) => {
  if (!usable(event) || !enabled() || event.key === 'Shift') return;
  const key = named(event);
  const keys = pending ? `${pending} ${key}` : key;
  clearTimeout(pendingTimer);
  if (!pending && opensSequence(key)) {
    pending = key;
    pendingTimer = setTimeout(() => { pending = ''; }, 1_500);
    return;
  }
  pending = '';
  const act = actOf(keys);
  if (act && (own[act] ?? (() => press(act)))()) event.preventDefault();
});

// Ctrl+Enter sends the form one is in, from any of its fields (also a text area).
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.keyCode === 229) return;
  const form = event.target.closest?.('form');
  if (!form || form.getAttribute('method')?.toLowerCase() !== 'post') return;
  event.preventDefault();
  form.requestSubmit(form.querySelector('[data-submit]') ?? undefined);
});
