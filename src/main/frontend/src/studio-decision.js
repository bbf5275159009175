// A decision: its table, and the diagram of what it needs.
import DmnModeler from 'dmn-js/lib/Modeler';
import DmnViewer from 'dmn-js/lib/NavigatedViewer';
import camundaModdle from 'camunda-dmn-moddle/resources/camunda.json';
import { dmnNames, redressModdle } from './studio/dmn-names.js';
import { problems } from './studio-problems.js';
import { Session } from './studio/session.js';
import { language, languageSwitch, opening, part, source } from './studio/shell.js';
import { spoken } from './studio/spoken.js';
import { translated } from './studio/translate.js';

export const mount = (place) => opening(place, () => open(place));

async function open(place) {
  spoken(place);
  const readOnly = 'readOnly' in place.dataset;
  const modules = { additionalModules: [translated] };
  const Editor = readOnly ? DmnViewer : DmnModeler;
  const editor = new Editor({
    container: part(place, 'studio-table'), drd: modules, decisionTable: modules, literalExpression: modules,
    moddleExtensions: { camunda: camundaModdle, redress: redressModdle },
  });
  let names;
  let shown = () => language;
  const read = () => names.inEnglish(editor.getDefinitions(), () => shown(), async () => (await editor.saveXML({ format: true })).xml);
  const session = new Session(place, read);
  editor.on('import.parse.complete', ({ definitions }) => {
    names = dmnNames(editor._moddle);
    if (definitions) names.show(definitions, language);
  });
  const kept = session.kept();
  await editor.importXML(kept ?? await source(place), { open: false });
  const offered = editor.getViews();
  await editor.open(offered.find(({ type }) => type !== 'drd') ?? offered[0]);
  views(place, editor);
  shown = languageSwitch((next, before) => {
    names.collect(editor.getDefinitions(), before);
    names.show(editor.getDefinitions(), next);
    editor.open(editor.getActiveView());
  });
  problems(place, read, (id) => select(editor, id));
  if (session.over) return;
  follow(editor, () => {
    session.changed();
    place.dispatchEvent(new CustomEvent('studio:changed'));
  });
  if (kept) {
    session.changed();
    session.say('Back');
  }
}

// Each view has an editor of its own, which comes and goes.
function follow(editor, changed) {
  const heard = new WeakSet();
  const listen = () => {
    const active = editor.getActiveViewer();
    if (!active || heard.has(active)) return;
    heard.add(active);
    active.on('commandStack.changed', changed);
  };
  editor.on('views.changed', listen);
  listen();
}

function views(place, editor) {
  const group = document.querySelector('[data-studio-views]');
  const words = { drd: place.dataset.textViewDrd, decisionTable: place.dataset.textViewTable };
  const draw = () => {
    const offered = editor.getViews().filter(({ type }) => words[type]);
    group.replaceChildren(...offered.map((view) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm btn-outline-secondary';
      button.textContent = view.type === 'drd' || offered.length < 3 ? words[view.type] : view.name ?? view.id;
      button.setAttribute('aria-pressed', String(view.element === editor.getActiveView()?.element));
      button.addEventListener('click', () => editor.open(view));
      return button;
    }));
  };
  editor.on('views.changed', draw);
  draw();
}

async function select(editor, id) {
  const rule = document.querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`);
  if (rule) {
    rule.scrollIntoView({ block: 'center', inline: 'center' });
    rule.focus();
    return;
  }
  const view = editor.getViews().find(({ element }) => element.id === id);
  if (view) await editor.open(view);
}
