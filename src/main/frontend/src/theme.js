// Sets light or dark before the first paint, so that no page flashes. "auto" follows the system and its changes.
const system = window.matchMedia('(prefers-color-scheme: dark)');

function apply() {
  let choice = 'auto';
  try {
    choice = localStorage.getItem('redress.theme') ?? 'auto';
  } catch {
    choice = 'auto'; // storage may be forbidden: the system's choice is a good one
  }
  const root = document.documentElement;
  root.dataset.themeChoice = choice;
  root.dataset.bsTheme = choice === 'auto' ? (system.matches ? 'dark' : 'light') : choice;
}

apply();
system.addEventListener('change', apply);
window.addEventListener('storage', apply);
window.addEventListener('redress:theme', apply);
// Rules that hide what only scripts can serve (or only replaces scripts) key on this.
document.documentElement.dataset.js = 'on';
