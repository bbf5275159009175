// Two versions of a process beside one another. The list below them ([data-compare-list], drawn by the server) says everything in words; selecting
// in one selects in the others, and both diagrams always show the same part.
//   <div data-compare data-url="…/diagram" data-file="bpmn/x.bpmn" data-marks='{"userTask_x":"CHANGED"}' data-changed="Changed" …>
//     … <div data-compare-side="before"></div> <div data-compare-side="after"></div></div>
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { nameInLanguage } from './diagram-names.js';
import { text, toast } from './app.js';

export async function mount(place) {
  const marks = JSON.parse(place.dataset.marks || '{}');
  try {
    const sides = await Promise.all([...place.querySelectorAll('[data-compare-side]')].map((box) => draw(place, box, marks)));
    new Pair(place, sides, marks).listen();
  } catch (problem) {
    console.warn(problem); // for whoever mends it; the list still says everything
    place.hidden = true;
    toast(text('diagramFailed'), { error: true });
  }
}

async function draw(place, box, marks) {
  const side = box.dataset.compareSide;
  const address = `${place.dataset.url}?${new URLSearchParams({ file: place.dataset.file, side })}`;
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const viewer = new NavigatedViewer({ container: box, zoomScroll: { enabled: false } });
  viewer.on('import.parse.complete', ({ definitions }) => definitions && nameInLanguage(definitions, document.documentElement.lang));
  await viewer.importXML(await answer.text());
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  box.tabIndex = 0;
  box.setAttribute('role', 'application');
  mark(place, viewer, marks);
  return viewer;
}

// never by colour alone: a kind of line, and the word
function mark(place, viewer, marks) {
  const known = viewer.get('elementRegistry');
  for (const [id, how] of Object.entries(marks)) {
    const element = known.get(id);
    if (!element || !element.parent) continue;
    viewer.get('canvas').addMarker(id, `how-${how}`);
    if (element.waypoints || how === 'LAYOUT') continue;
    const note = document.createElement('div');
    note.className = `compare-note note-${how}`;
    note.textContent = place.dataset[how.toLowerCase()] ?? how;
    viewer.get('overlays').add(id, { position: { top: -14, left: -6 }, html: note });
  }
}

class Pair {
  #place;
  #viewers;
  #links;
  #moving = false;
  #at = -1;

  constructor(place, viewers, marks) {
    this.#place = place;
    this.#viewers = viewers;
    const list = place.closest('[data-compare-file]').querySelector('[data-compare-list]');
    this.#links = [...(list?.querySelectorAll('[data-element]') ?? [])].filter((link) => marks[link.dataset.element]);
  }

  listen() {
    for (const viewer of this.#viewers) {
      viewer.on('canvas.viewbox.changed', ({ viewbox }) => this.#follow(viewer, viewbox));
      viewer.on('element.click', ({ element }) => this.#select(element.id, false));
    }
    this.#links.forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#select(link.dataset.element, true);
    }));
    this.#place.querySelectorAll('[data-compare-step]').forEach((button) => {
      button.onclick = () => this.#step(Number(button.dataset.compareStep));
    });
    this.#place.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.#step(step);
    });
    const acts = {
      in: (canvas) => canvas.zoom(Math.min(canvas.zoom() * 1.25, 4)),
      out: (canvas) => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.2)),
      fit: (canvas) => canvas.zoom('fit-viewport', 'auto'),
    };
    this.#place.querySelectorAll('[data-compare-act]').forEach((button) => {
      button.onclick = () => acts[button.dataset.compareAct](this.#viewers.at(-1).get('canvas'));
    });
  }

  #step(by) {
    if (this.#links.length === 0) return;
    const next = this.#at < 0 && by < 0 ? -1 : this.#at + by;
    this.#select(this.#links[(next + this.#links.length) % this.#links.length].dataset.element, true);
  }

  #select(id, show) {
    for (const viewer of this.#viewers) {
      const element = viewer.get('elementRegistry').get(id);
      viewer.get('selection').select(element?.parent ? element : []);
      if (element?.parent && show) viewer.get('canvas').scrollToElement(element, 60);
    }
    this.#at = this.#links.findIndex((link) => link.dataset.element === id);
    this.#links.forEach((link, at) => (at === this.#at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    const said = this.#place.querySelector('[data-compare-said]');
    if (said && this.#at >= 0) said.textContent = this.#links[this.#at].textContent.replace(/\s+/g, ' ').trim();
  }

  #follow(leader, { x, y, width, height }) {
    if (this.#moving) return;
    this.#moving = true;
    for (const viewer of this.#viewers) {
      if (viewer !== leader) viewer.get('canvas').viewbox({ x, y, width, height });
    }
    this.#moving = false;
  }
}
