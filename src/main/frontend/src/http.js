// What every request of ours carries: the CSRF token of the page.
function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content;
}

/** Headers for a request that changes something. */
export function csrfHeaders() {
  const header = meta('csrf-header');
  return header ? { [header]: meta('csrf-token') } : {};
}

/** An address below the application's root (it may be served under a path). */
export function url(path) {
  return (document.body.dataset.base ?? '/').replace(/\/$/, '') + path;
}

/** Whether the answer is the sign-in page: the session has ended. */
export function signedOut(status, address) {
  return status === 401 || (Boolean(address) && new URL(address, location.href).pathname === url('/login')
    && location.pathname !== url('/login'));
}
