// Keeps what is being typed: three seconds after the last change, and when the page is left. A draft belongs to the person, not to
// the process, and is gone once the task is completed.
import { askToSignIn, csrfHeaders, signedOut, text, timeOfDay } from './app.js';

const QUIET = 3_000;

/** Begins to watch the viewer; `stop` forgets what is not yet saved (the form is being sent). */
export function keepDraft(viewer, address, version, status) {
  let timer = 0;
  let saved = JSON.stringify(viewer._getSubmitData());
  let stopped = false;

  async function save(leaving = false) {
    clearTimeout(timer);
    const answers = viewer._getSubmitData();
    const now = JSON.stringify(answers);
    if (stopped || now === saved) return;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...csrfHeaders() },
        body: JSON.stringify({ answers, version: version() }),
        credentials: 'same-origin',
        keepalive: leaving,
      });
      if (signedOut(answer.status, answer.redirected ? answer.url : '')) {
        askToSignIn();
        throw new Error('signed out');
      }
      if (!answer.ok) throw new Error(String(answer.status));
      saved = now;
      status.textContent = text('draftSaved', timeOfDay());
      status.classList.remove('is-error');
    } catch {
      // said on the page; the next change tries again
      status.textContent = text('draftFailed');
      status.classList.add('is-error');
    }
  }

  viewer.on('changed', () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, QUIET);
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(true); });
  window.addEventListener('pagehide', () => save(true));

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
