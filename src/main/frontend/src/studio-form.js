// A form: its editor, and beside it how it looks in both languages on a telephone.
import { FormEditor } from '@bpmn-io/form-js-editor';
import { Form } from '@bpmn-io/form-js-viewer';
import { problems } from './studio-problems.js';
import { Session } from './studio/session.js';
import { language, languageSwitch, opening, part, source } from './studio/shell.js';
import { FormNames } from './studio/form-names.js';
import { spoken } from './studio/spoken.js';
import { translated } from './studio/translate.js';

export const mount = (place) => opening(place, () => open(place));

async function open(place) {
  spoken(place);
  const text = await source(place);
  const names = new FormNames();
  let shown = () => language;
  let schema = JSON.parse(text);
  let editor = null;
  const read = async () => `${JSON.stringify(editor ? names.plain(editor.saveSchema(), shown()) : schema, null, 2)}\n`;
  const session = new Session(place, read);
  const kept = session.kept();
  if (kept) schema = JSON.parse(kept);
  const previews = await previewsOf(translated);
  const preview = () => previews.forEach((each) => each(schema));
  if (!session.over) {
    editor = new FormEditor({ container: part(place, 'studio-form'), additionalModules: [translated] });
    await editor.importSchema(names.shown(schema, language));
    editor.on('changed', () => {
      schema = names.plain(editor.saveSchema(), shown());
      session.changed();
      preview();
      place.dispatchEvent(new CustomEvent('studio:changed'));
    });
  }
  shown = languageSwitch((next, before) => {
    if (!editor) return;
    schema = names.plain(editor.saveSchema(), before);
    editor.importSchema(names.shown(schema, next));
  });
  preview();
  problems(place, read, (id) => select(place, editor, id));
  if (kept) {
    session.changed();
    session.say('Back');
  }
}

function select(place, editor, id) {
  place.scrollIntoView({ block: 'nearest' });
  const field = editor?.get('formFieldRegistry').get(id);
  if (field) editor.get('selection').set(field);
}

async function previewsOf(module) {
  return [...document.querySelectorAll('[data-studio-preview]')].map((container) => {
    const form = new Form({ container, additionalModules: [module] });
    const names = new FormNames();
    return (schema) => form.importSchema(names.shown(schema, container.dataset.studioPreview), {}).catch((problem) => console.debug(problem));
  });
}
