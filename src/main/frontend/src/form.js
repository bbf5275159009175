// Shows a Camunda Form where the server put plain fields. The surrounding real <form method="post"> stays the one that is sent:
// the answers go along as JSON in its field `answers`, so an error comes back as an ordinary page.
//   <form method="post" action="/tasks/1/complete">
//     <div data-form data-form-url="/tasks/1/form.json" data-draft-url="/tasks/1/draft" data-errors='{"reason": "…"}'>
//       <div data-form-fallback> plain fields </div>
//     </div> …
// The address answers {schema, data, version, draft?: {answers, savedAt}}.
import { Form } from '@bpmn-io/form-js-viewer';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/esm/l10n/zh.js';
import { keepDraft } from './form-draft.js';
import { Problems } from './form-errors.js';
import { answerByDigit, answerByYesOrNo } from './form-keys.js';
import { nameGroups, translateRest, translator } from './form-texts.js';
import { signedOut, text, timeOfDay, toast } from './app.js';

const language = document.documentElement.lang;

async function load(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok || signedOut(answer.status, answer.redirected ? answer.url : '')) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function hidden(form, name) {
  const field = form.elements[name] ?? Object.assign(document.createElement('input'), { type: 'hidden', name });
  if (!field.isConnected) form.append(field);
  return field;
}

function line(className) {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  return paragraph;
}

// On a slow line somebody may have begun in the plain fields (named field.<key>): that is not lost.
function typed(place, schema) {
  const values = {};
  // what stands in the page is text; the viewer knows the choice by its own value, which may be true or a number
  const choice = (key, sent) => schema.components.find((each) => each.key === key)?.values?.find((each) => String(each.value) === sent)?.value ?? sent;
  for (const field of place.querySelectorAll('[data-form-fallback] [name^="field."]')) {
    const key = field.name.slice('field.'.length);
    if (field.type === 'checkbox' && field.value === 'true' && field.checked !== field.defaultChecked) values[key] = field.checked;
    else if (field.type === 'radio' && field.checked && !field.defaultChecked) values[key] = choice(key, field.value);
    else if (field.matches('textarea, input[type=text]') && field.value !== field.defaultValue) values[key] = field.value;
  }
  return values;
}

export async function mount(place) {
  const real = place.closest('form');
  try {
    const inline = place.querySelector('script[type="application/json"]');
    const { schema, data, draft } = inline ? JSON.parse(inline.textContent) : await load(place.dataset.formUrl);
    await show(place, real, schema, data, draft);
  } catch (problem) {
    console.warn(problem); // for whoever mends it; the plain fields still stand there
    toast(text('formFailed'), { error: true });
  }
}

async function show(place, real, schema, data, draft) {
  if (language.startsWith('zh')) flatpickr.localize(Mandarin);
  // The viewer draws a <form> of its own, and a form in a form is none: it stands before the real one.
  const container = document.createElement('div');
  container.className = 'task-form';
  const viewer = new Form({ container, additionalModules: [{ translate: ['value', translator(language)] }] });
  await viewer.importSchema(schema, { ...data, ...draft?.answers, ...typed(place, schema) });
  translateRest(container, language);
  nameGroups(container);
  place.querySelector('[data-form-fallback]')?.remove();
  // both in the frame that was drawn around the real form alone
  const frame = document.createElement('div');
  frame.className = real.className;
  real.className = '';
  real.replaceWith(frame);
  frame.append(container, real);
  if (schema.components.some((each) => each.key === 'rating')) {
    answerByDigit(viewer);
    answerByYesOrNo(viewer);
  }

  const problems = new Problems(viewer, container, real);
  const status = line('draft-line');
  container.append(status);
  if (draft?.answers) {
    const restored = line('alert alert-info');
    restored.setAttribute('role', 'status');
    restored.textContent = text('draftRestored', draft.savedAt ? timeOfDay(new Date(draft.savedAt)) : '');
    container.prepend(restored);
  }
  const saver = place.dataset.draftUrl
    ? keepDraft(viewer, place.dataset.draftUrl, () => real.elements.version?.value ?? null, status)
    : null;

  real.addEventListener('submit', (event) => {
    const { data: answers, errors } = viewer.submit();
    if (Object.keys(errors).length > 0) {
      event.preventDefault();
      problems.show();
      return;
    }
    saver?.stop();
    hidden(real, 'answers').value = JSON.stringify(answers);
  });
  // Enter in a field of the viewer, and Ctrl+Enter anywhere in it, send the real form
  const send = (event) => {
    event.preventDefault();
    event.stopPropagation();
    real.requestSubmit(real.querySelector('[data-submit]') ?? undefined);
  };
  container.addEventListener('submit', send, true);
  container.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing && event.keyCode !== 229) send(event);
  }, true);

  const said = JSON.parse(place.dataset.errors || '{}');
  if (Object.keys(said).length === 0) return;
  // the viewer checks prefilled fields once after it has drawn them, and would wipe out what the server said
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => problems.show(said), 0)));
}
