// What happens around an htmx request: the CSRF header, "busy" only when it takes long, and errors shown where they
// happened, with a way to try again, while the rest of the page lives on.
import htmx from 'htmx.org';
import { csrfHeaders, signedOut, url } from './http.js';
import { text } from './texts.js';
import { toast } from './toast.js';

const slow = new WeakMap();

function calm(target) {
  clearTimeout(slow.get(target));
  target.removeAttribute('aria-busy');
  target.classList.remove('is-slow');
}

document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, csrfHeaders()));

document.addEventListener('htmx:beforeRequest', ({ detail: { target } }) => {
  target.setAttribute('aria-busy', 'true');
  slow.set(target, setTimeout(() => target.classList.add('is-slow'), 300));
});

document.addEventListener('htmx:afterRequest', ({ detail: { target } }) => calm(target));

// An ended session answers with the sign-in page: never put that into the page, the person's words would be lost.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = event.detail;
  event.detail.target.querySelector(':scope > .fragment-error')?.remove();
  if (!signedOut(xhr.status, xhr.responseURL)) {
    // a problem told by the server never replaces what somebody is working on; a form drawn again with its errors does
    if (xhr.status >= 400 && xhr.responseText.includes('data-problem')) {
      event.detail.shouldSwap = false;
      event.detail.isError = true;
    }
    return;
  }
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  askToSignIn();
});

let asked = false;

export function askToSignIn() {
  if (asked) return;
  asked = true;
  setTimeout(() => { asked = false; }, 60_000); // live updates ask often, the person is told once a minute
  toast(text('signedOut'), { error: true, action: { label: text('signIn'), run: () => window.open(url('/login'), '_blank', 'noopener') } });
}

document.addEventListener('htmx:responseError', ({ detail: { xhr, target, requestConfig } }) => {
  if (xhr.status === 401) return;
  const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
  const said = page.querySelector('[data-problem]')?.textContent.replace(/\s+/g, ' ').trim();
  showProblem(target, said || text('failed'), requestConfig);
});

document.addEventListener('htmx:sendError', ({ detail: { target, requestConfig } }) =>
  showProblem(target, text('offline'), requestConfig));

function showProblem(target, words, request) {
  // what was read may be asked again as it is; what was sent is for the person to send again
  const again = request.verb === 'get'
    ? () => htmx.ajax('GET', request.path, { source: request.elt, target, swap: request.elt.getAttribute('hx-swap') ?? undefined })
      .catch(() => { /* fails as it did before: htmx:sendError says so again */ })
    : null;
  if (!again) {
    toast(words, { error: true });
    return;
  }
  target.querySelector(':scope > .fragment-error')?.remove();
  const box = document.createElement('div');
  box.className = 'alert alert-danger fragment-error';
  box.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent = words;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'btn btn-sm btn-outline-secondary';
  retry.textContent = text('retry');
  retry.addEventListener('click', again);
  box.append(sentence, retry);
  target.prepend(box);
}
