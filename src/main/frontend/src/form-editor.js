// The questions of a draft on screen: form-js editor beside the text of the form, which stays what is saved. Opened by a button, because it is
// heavy and the page is whole without it.
//   <div data-form-editor data-source="ID of the textarea"><button data-editor-open> <div data-editor-canvas hidden></div></div>
import { FormEditor } from '@bpmn-io/form-js-editor';
import { text, toast } from './app.js';

export function mount(place) {
  const source = document.getElementById(place.dataset.source);
  const canvas = place.querySelector('[data-editor-canvas]');
  const button = place.querySelector('[data-editor-open]');
  button.addEventListener('click', async () => {
    const editor = new FormEditor({ container: canvas });
    try {
      canvas.hidden = false;
      await editor.importSchema(JSON.parse(source.value));
    } catch (problem) {
      console.warn(problem); // for whoever mends it; the text still stands there
      canvas.hidden = true;
      toast(text('formFailed'), { error: true });
      return;
    }
    button.hidden = true;
    // two places to write would contradict each other
    source.readOnly = true;
    const write = () => { source.value = JSON.stringify(editor.saveSchema(), null, 2); };
    editor.on('changed', write);
    source.form.addEventListener('submit', write);
  });
}
