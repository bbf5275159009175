// What others do shows by itself. An element with data-live="case:RD-2026-000123" (several, with spaces; ref * for any) and
// data-live-url is fetched again when such an event comes. With data-live-mark, or while somebody types in it, it is marked
// instead and fetched when asked for: rows never jump under the pointer.
import htmx from 'htmx.org';
import { follow } from './live-stream.js';
import { text, timeOfDay } from './texts.js';

const bar = document.getElementById('live-bar');
const waiting = new Set(); // changed while the tab was hidden
let polling = 0;
let showing = 0;

const places = () => [...document.querySelectorAll('[data-live]')];
const topicsOf = (place) => place.dataset.live.split(/\s+/).filter(Boolean);
// somebody writes in it, or has written something that is not sent yet
const typing = (place) => [...place.querySelectorAll('textarea, select, input:not([type=checkbox], [type=radio], [type=hidden])')]
  .some((field) => field === document.activeElement || (field.matches('select') ? false : field.value !== field.defaultValue));

// data-live-every (milliseconds): what changes all the time is fetched at most that often.
function fetchSoon(place) {
  const every = Number(place.dataset.liveEvery ?? 0);
  if (!every) {
    fetchAgain(place);
  } else if (!place.dataset.liveSoon) {
    place.dataset.liveSoon = 'yes';
    setTimeout(() => fetchAgain(place), every);
  }
}

function fetchAgain(place) {
  if (!place.dataset.liveUrl || !place.isConnected) return;
  const scrolled = [...place.querySelectorAll('[id]')].filter((each) => each.scrollTop || each.scrollLeft)
    .map(({ id, scrollTop, scrollLeft }) => ({ id, scrollTop, scrollLeft }));
  const [x, y] = [window.scrollX, window.scrollY];
  htmx.ajax('GET', place.dataset.liveUrl, { source: place, target: place, swap: place.dataset.liveSwap ?? 'outerHTML' }).then(() => {
    window.scrollTo(x, y);
    scrolled.forEach(({ id, scrollTop, scrollLeft }) => Object.assign(document.getElementById(id) ?? {}, { scrollTop, scrollLeft }));
  }, () => {
    // the line is cut: the page says so (requests.js), and fetches all again when it is back
  });
}

function mark(place) {
  const count = Number(place.dataset.liveChanges ?? 0) + 1;
  place.dataset.liveChanges = String(count);
  let button = place.querySelector(':scope > .live-refresh');
  if (!button) {
    button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-outline-primary live-refresh';
    button.addEventListener('click', () => {
      delete place.dataset.liveChanges;
      button.remove();
      fetchAgain(place);
    });
    place.prepend(button);
  }
  button.textContent = text('liveRefresh', count);
}

function change(place) {
  if (document.hidden) {
    waiting.add(place);
  } else if ('liveMark' in place.dataset || typing(place)) {
    mark(place);
  } else if (place.dataset.liveUrl) {
    fetchSoon(place);
  } else {
    place.classList.add('is-changed');
    place.title = text('liveMarked');
  }
}

function happened({ topic, ref, version }) {
  places()
    .filter((place) => topicsOf(place).some((wanted) => wanted === `${topic}:${ref}` || wanted === `${topic}:*`))
    .filter((place) => !(version > 0 && Number(place.dataset.liveVersion ?? 0) >= version))
    .forEach(change);
}

// Without the stream: everything that can be fetched without moving what somebody is at.
function refreshAll() {
  if (document.hidden) return;
  places().filter((place) => place.dataset.liveUrl && !('liveMark' in place.dataset) && !typing(place)).forEach(fetchAgain);
}

function lost(since) {
  if (!bar || showing) return;
  // a page that is being left loses its stream too: wait before saying so
  showing = setTimeout(() => {
    bar.hidden = false;
    bar.textContent = text('liveLost', timeOfDay(new Date(since)));
    polling = setInterval(refreshAll, 30_000);
  }, 3_000);
}

function back(missed) {
  clearTimeout(showing);
  clearInterval(polling);
  showing = 0;
  if (bar) bar.hidden = true;
  if (missed) refreshAll();
}

function listen(message) {
  if (message.event) happened(message.event);
  if (message.lost) lost(message.lost);
  if (message.back) back(message.missed);
}

function start() {
  const topics = [...new Set(places().flatMap(topicsOf))];
  if (topics.length > 0) follow(topics, listen);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  waiting.forEach(change);
  waiting.clear();
});
// an event that came while the line was cut could not be followed
window.addEventListener('online', refreshAll);
document.addEventListener('htmx:afterSettle', start);
start();
