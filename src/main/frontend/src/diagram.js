// Draws the process of a case. The outline beside it ([data-outline], drawn by the server) says the same in words; selecting in one
// selects in the other.
//   <div data-diagram data-diagram-url="/cases/RD-…/process.bpmn" data-marks='{"done":[{"id":"…","order":1}],
//        "current":[{"id":"…","who":"Li"}],"ahead":["…"],"flows":["…"]}'></div>
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { nameInLanguage } from './diagram-names.js';
import { mark } from './diagram-marks.js';
import { Outline } from './diagram-outline.js';
import { Walk } from './diagram-walk.js';
import { text, toast } from './app.js';

// where somebody looked, kept while live updates draw the diagram anew
const seen = new Map();

export async function mount(place) {
  const pair = place.closest('[data-diagram-pair]') ?? place.parentElement;
  const address = place.dataset.diagramUrl;
  try {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await draw(place, pair, await answer.text(), JSON.parse(place.dataset.marks || '{}'));
  } catch (problem) {
    console.warn(problem); // for whoever mends it; the outline still says everything
    place.hidden = true;
    toast(text('diagramFailed'), { error: true });
  }
}

async function draw(place, pair, xml, marks) {
  // the wheel belongs to the page: it zooms only with the diagram's own buttons and Ctrl
  const viewer = new NavigatedViewer({ container: place, zoomScroll: { enabled: false } });
  viewer.on('import.parse.complete', ({ definitions }) => definitions && nameInLanguage(definitions, document.documentElement.lang));
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const before = seen.get(place.dataset.diagramUrl);
  if (before) canvas.viewbox(before.box);
  else fit(canvas, marks);
  mark(viewer, marks);

  const outline = new Outline(pair);
  const walk = new Walk(viewer, marks, (element) => {
    show(viewer, element);
    outline.show(element.id);
    seen.set(place.dataset.diagramUrl, { box: canvas.viewbox(), id: element.id });
  });
  outline.onSelect((id) => walk.goTo(id));
  viewer.on('element.click', ({ element }) => walk.goTo(element.id));
  viewer.on('canvas.viewbox.changed', () => seen.set(place.dataset.diagramUrl, { ...seen.get(place.dataset.diagramUrl), box: canvas.viewbox() }));
  place.tabIndex = 0;
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', text('diagramLabel'));
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === place) outline.focus();
    else if (!walk.key(event)) return;
    event.preventDefault();
  });
  outline.onKey((event) => walk.key(event));
  if (before?.id) walk.goTo(before.id);
  buttons(pair, canvas, marks);
}

// Everything, if it can still be read; else the place where the case stands.
function fit(canvas, marks) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= 0.5) return;
  canvas.zoom(0.6);
  const here = marks.current?.[0]?.id ?? marks.heat?.[0]?.id;
  if (here) canvas.scrollToElement(here, 120);
}

function show(viewer, element) {
  viewer.get('selection').select(element);
  viewer.get('canvas').scrollToElement(element, 60);
}

function buttons(pair, canvas, marks) {
  const acts = {
    in: () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 4)),
    out: () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.2)),
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    here: () => marks.current?.[0] && canvas.scrollToElement(marks.current[0].id, 120),
  };
  pair.querySelectorAll('[data-diagram-act]').forEach((button) => {
    button.onclick = acts[button.dataset.diagramAct];
  });
  const toggle = pair.querySelector('[data-diagram-toggle]');
  if (!toggle) return;
  const apply = (asText) => {
    pair.classList.toggle('is-text', asText);
    toggle.setAttribute('aria-pressed', String(asText));
  };
  toggle.onclick = () => {
    const asText = !pair.classList.contains('is-text');
    try {
      localStorage.setItem('redress.diagram', asText ? 'text' : 'drawn');
    } catch {
      // storage is forbidden: the choice holds for this page
    }
    apply(asText);
    if (!asText) canvas.resized();
  };
  let stored = 'drawn';
  try {
    stored = localStorage.getItem('redress.diagram') ?? 'drawn';
  } catch {
    stored = 'drawn';
  }
  apply(stored === 'text');
}
