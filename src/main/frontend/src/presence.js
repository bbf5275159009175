// An agent who talks to a customer sends nothing for a while: the server hears once a minute that keys or the pointer moved, so that
// the call is not given to somebody else.
const MINUTE = 60_000;
const place = document.querySelector('[data-presence]');

if (place) {
  let moved = false;
  for (const kind of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
    document.addEventListener(kind, () => { moved = true; }, { passive: true });
  }
  setInterval(() => {
    if (!moved) return;
    moved = false;
    fetch(place.dataset.presence, { credentials: 'same-origin' }).catch(() => {
      moved = true; // the line is cut: said again in a minute
    });
  }, MINUTE);
}
