// A process on the canvas: Camunda's modeler with the house's steps, without what the gate refuses, in the language of the page.
//   <div data-studio-process data-source data-save data-hold data-release data-revision [data-read-only] …></div>
import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import templateChooser from '@bpmn-io/element-template-chooser';
import tokenSimulation from 'bpmn-js-token-simulation';
import tokenSimulationViewer from 'bpmn-js-token-simulation/lib/viewer';
import { bpmnNames } from './studio/bpmn-names.js';
import { lint } from './studio-lint.js';
import { problems } from './studio-problems.js';
import { Session } from './studio/session.js';
import { language, languageSwitch, opening, part, source } from './studio/shell.js';
import { elementTemplates } from './studio/templates.js';
import { spoken } from './studio/spoken.js';
import { translated } from './studio/translate.js';
import { trimmed } from './studio/trimmed.js';

export const mount = (place) => opening(place, () => open(place));

function modeler(place, canvas) {
  const common = { container: canvas, moddleExtensions: { camunda: camundaModdle } };
  if ('readOnly' in place.dataset) return new NavigatedViewer({ ...common, additionalModules: [tokenSimulationViewer, translated] });
  return new Modeler({
    ...common,
    propertiesPanel: { parent: part(place, 'studio-properties'), feelPopupContainer: place },
    elementTemplates: elementTemplates(language),
    additionalModules: [templateChooser, tokenSimulation, translated, trimmed],
    disableAdjustOrigin: true,
  });
}

async function open(place) {
  spoken(place);
  const canvas = part(place, 'studio-canvas');
  const editor = modeler(place, canvas);
  const names = bpmnNames(editor.get('moddle'));
  let shown = () => language;
  const read = () => names.inEnglish(editor.getDefinitions(), () => shown(), async () => (await editor.saveXML({ format: true })).xml);
  const session = new Session(place, read);
  // what a listener returns takes the place of the model: nothing
  editor.on('import.parse.complete', ({ definitions }) => { if (definitions) names.show(definitions, language); });
  const kept = session.kept();
  await editor.importXML(kept ?? await source(place));
  fit(editor);
  shown = languageSwitch((next, before) => {
    names.collect(editor.getDefinitions(), before);
    redraw(editor, names.show(editor.getDefinitions(), next));
  });
  problems(place, read, (id) => select(editor, id), () => lint(editor.getDefinitions()));
  minimap(editor);
  place.addEventListener('studio:select', ({ detail }) => select(editor, detail));
  if (session.over) return;
  editor.on('commandStack.changed', () => {
    session.changed();
    place.dispatchEvent(new CustomEvent('studio:changed'));
  });
  if (kept) {
    session.changed();
    session.say('Back');
  }
}

// Everything, if it can still be read; else the beginning.
function fit(editor) {
  const canvas = editor.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= 0.5) return;
  canvas.zoom(0.6);
  const start = editor.get('elementRegistry').find(({ type }) => type === 'bpmn:StartEvent');
  if (start) canvas.scrollToElement(start, { left: 200, top: 200, right: 200, bottom: 200 });
}

function select(editor, id) {
  const element = editor.get('elementRegistry').get(id);
  if (!element) return;
  editor.get('selection').select(element);
  if (element.parent) editor.get('canvas').scrollToElement(element, 120);
}

// What was undone in one language must not come back in the other.
function redraw(editor, changed) {
  editor.get('commandStack', false)?.clear(false);
  const registry = editor.get('elementRegistry');
  const fire = editor.get('eventBus');
  for (const { id } of changed) {
    for (const element of [registry.get(id), registry.get(`${id}_label`)]) {
      if (!element?.parent) continue;
      editor.get('graphicsFactory').update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element));
      fire.fire('element.changed', { element });
    }
  }
}

function minimap(editor) {
  const button = document.querySelector('[data-studio-minimap]');
  const map = editor.get('minimap', false);
  if (!button || !map) {
    if (button) button.hidden = true;
    return;
  }
  button.addEventListener('click', () => {
    map.toggle();
    button.setAttribute('aria-pressed', String(map.isOpen()));
  });
}
