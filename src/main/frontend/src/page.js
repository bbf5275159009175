// Small habits of every page: theme buttons, menus that close, dialogs, the error summary that takes the focus.
function themeButtons() {
  const chosen = document.documentElement.dataset.themeChoice ?? 'auto';
  document.querySelectorAll('[data-theme]').forEach((button) =>
    button.setAttribute('aria-pressed', String(button.dataset.theme === chosen)));
}

document.addEventListener('click', (event) => {
  const theme = event.target.closest('[data-theme]');
  if (theme) {
    // a narrow screen shows only the pressed button: pressing it again goes on to the next theme
    const order = ['light', 'dark', 'auto'];
    const now = theme.dataset.theme;
    const next = theme.getAttribute('aria-pressed') === 'true' ? order[(order.indexOf(now) + 1) % order.length] : now;
    try {
      localStorage.setItem('redress.theme', next);
    } catch {
      return; // storage is forbidden: the system's theme stays
    }
    window.dispatchEvent(new Event('redress:theme'));
    themeButtons();
    document.querySelector(`[data-theme="${next}"]`)?.focus();
  }

  if (event.target.closest('[data-print]')) window.print();

  const opener = event.target.closest('[data-dialog-open]');
  const dialog = opener && document.getElementById(opener.dataset.dialogOpen);
  if (dialog) {
    event.preventDefault();
    opener.closest('details.menu')?.removeAttribute('open');
    dialog.showModal();
  }
  if (event.target.closest('[data-dialog-close]') || (event.target instanceof HTMLDialogElement && outside(event))) {
    event.target.closest('dialog')?.close();
  }

  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  const jump = event.target.closest('[data-error-summary] a[href^="#"]');
  const field = jump && document.getElementById(decodeURIComponent(jump.getAttribute('href').slice(1)));
  if (field) {
    event.preventDefault();
    (field.matches('input, select, textarea, button, [tabindex]') ? field : field.querySelector('input, select, textarea, button'))?.focus();
    field.scrollIntoView({ block: 'center' });
  }
});

function outside({ clientX: x, clientY: y, target }) {
  const box = target.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}

document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// A form sent twice by an impatient finger is still one act.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute('method')?.toLowerCase() !== 'post' || form.closest('[hx-post]')) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 3_000); // a download leaves the page where it is
});

function summary(root) {
  root.querySelector?.('[data-error-summary]')?.focus();
}

document.addEventListener('htmx:afterSettle', (event) => summary(event.target));
themeButtons();
summary(document);
