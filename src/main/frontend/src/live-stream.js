// One event stream for all tabs of a browser: HTTP/1.1 allows about six connections a host. The tab that holds the lock
// reads the stream and tells the others; when it closes, the next one takes over.
import { url } from './http.js';

const me = crypto.randomUUID?.() ?? String(Math.random());
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('redress.live') : null;
const wanted = new Map(); // tab → topics
let hear = () => {};
let leading = false;
let source = null;
let asked = '';
let lostSince = null;

function tell(message) {
  channel?.postMessage({ from: me, ...message });
  hear(message);
}

function lost() {
  lostSince ??= Date.now();
  tell({ lost: lostSince });
}

function connect() {
  const topics = [...new Set([...wanted.values()].flat())].sort().join(',');
  if (!leading || (topics === asked && source && source.readyState !== EventSource.CLOSED)) return;
  source?.close();
  asked = topics;
  if (!topics) return;
  source = new EventSource(`${url('/events')}?topics=${encodeURIComponent(topics)}`);
  source.onopen = () => {
    const missed = lostSince !== null;
    lostSince = null;
    tell({ back: true, missed });
  };
  source.onerror = () => {
    lost();
    // the browser tries again by itself after a broken line, not after a refused one
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 10_000);
  };
  source.onmessage = ({ data }) => tell({ event: JSON.parse(data) });
}

function announce(topics) {
  wanted.set(me, topics);
  channel?.postMessage({ from: me, topics });
  connect();
}

channel?.addEventListener('message', ({ data }) => {
  if (data.topics) {
    wanted.set(data.from, data.topics);
    connect();
  } else if (data.bye) {
    wanted.delete(data.from);
  } else if (data.who) {
    announce(wanted.get(me) ?? []);
  } else {
    hear(data);
  }
});

/**
 * Subscribes this tab. The listener gets `{event: {topic, ref, version}}`, `{lost: milliseconds}` when the line broke, and
 * `{back: true, missed}` when it stands again.
 */
export function follow(topics, listener) {
  hear = listener;
  const begun = wanted.has(me);
  announce(topics);
  if (begun) return;
  window.addEventListener('pagehide', () => channel?.postMessage({ from: me, bye: true }));
  const lead = () => {
    leading = true;
    channel?.postMessage({ from: me, who: true });
    connect();
    return new Promise(() => {}); // held until the tab goes
  };
  if (navigator.locks && channel) navigator.locks.request('redress.live', lead);
  else lead();
}
