// Selecting rows: Shift+click takes the range, the bar counts, "all on this page" follows. Works on every
// [data-bulk] with checkboxes [data-bulk-item]; [data-bulk-all], [data-bulk-count] and .bulk-bar are optional.
import { text } from './texts.js';

let last = null;

const items = (scope) => [...scope.querySelectorAll('[data-bulk-item]')];

function refresh(scope) {
  const all = items(scope);
  const chosen = all.filter((item) => item.checked);
  all.forEach((item) => item.closest('.work-row, tr')?.classList.toggle('is-selected', item.checked));
  scope.querySelectorAll('[data-bulk-count]').forEach((place) => { place.textContent = text('selected', chosen.length); });
  scope.querySelectorAll('.bulk-bar').forEach((bar) => bar.classList.toggle('is-empty', chosen.length === 0));
  scope.querySelectorAll('[data-bulk-all]').forEach((box) => {
    box.checked = all.length > 0 && chosen.length === all.length;
    box.indeterminate = chosen.length > 0 && chosen.length < all.length;
  });
}

/** Sets a row's checkbox; with `range`, all rows between it and the one set before. */
export function select(item, range = false, checked = item.checked) {
  const scope = item.closest('[data-bulk]');
  if (!scope) return;
  const all = items(scope);
  const from = all.indexOf(last);
  const to = all.indexOf(item);
  if (range && from >= 0) {
    all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((each) => { each.checked = checked; });
  } else {
    item.checked = checked;
  }
  last = item;
  refresh(scope);
}

document.addEventListener('click', (event) => {
  const item = event.target.closest('[data-bulk-item]');
  if (item) select(item, event.shiftKey);
  const all = event.target.closest('[data-bulk-all]');
  if (!all) return;
  const scope = all.closest('[data-bulk]');
  items(scope).forEach((each) => { each.checked = all.checked; });
  refresh(scope);
});

const refreshAll = () => document.querySelectorAll('[data-bulk]').forEach(refresh);
document.addEventListener('htmx:afterSettle', refreshAll);
window.addEventListener('pageshow', refreshAll); // browsers bring ticks back with the page
refreshAll();
