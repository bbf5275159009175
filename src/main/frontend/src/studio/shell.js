// What the editors of processes, decisions and forms have in common: parts of the page, the language of names, a failure told.
import { toast } from '../app.js';

export const language = document.documentElement.lang.startsWith('zh') ? 'zh-CN' : 'en';

export function part(place, name) {
  const made = document.createElement('div');
  made.className = name;
  place.append(made);
  return made;
}

export async function source(place) {
  const answer = await fetch(place.dataset.source, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${place.dataset.source}: ${answer.status}`);
  return answer.text();
}

/** Opens the editor; when it cannot be, the text below the page is still there. */
export async function opening(place, open) {
  place.setAttribute('aria-busy', 'true');
  try {
    await open();
    place.dataset.ready = 'yes';
  } catch (problem) {
    console.warn(problem); // for whoever mends it
    place.hidden = true;
    toast(place.dataset.textFailed, { error: true });
  }
  place.removeAttribute('aria-busy');
}

/** The switch between the languages in which names are shown. @param show puts another one in place */
export function languageSwitch(show) {
  let shown = language;
  const buttons = [...document.querySelectorAll('[data-studio-language]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.dataset.studioLanguage === shown) return;
      show(button.dataset.studioLanguage, shown);
      shown = button.dataset.studioLanguage;
      buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
    });
  }
  return () => shown;
}
