// On the call sheet one key is one answer: 1 to 5 choose in the field `rating`: the grade of that number, else the
// place in the list; y and n answer the first question of yes and no that is shown and has no answer yet.
import { keysEnabled, usableKey } from './app.js';

function options(viewer, field, data) {
  if (field.values) return field.values;
  if (field.valuesKey) return data[field.valuesKey] ?? [];
  const found = field.valuesExpression ? viewer.get('expressionLanguage').evaluate(field.valuesExpression, data) : [];
  return Array.isArray(found) ? found : [];
}

const isYesOrNo = (field) => field.type === 'radio' && field.values?.length === 2 && [true, false].every((each) =>
  field.values.some(({ value }) => value === each));

function answerYesOrNo(viewer, yes) {
  const { data } = viewer._getState();
  const fields = viewer.get('formFieldRegistry').getAll();
  const open = viewer.get('formFieldInstanceRegistry').getAllKeyed().find((shown) => {
    const field = fields.find((each) => each.id === shown.id);
    return field && isYesOrNo(field) && typeof data[field.key] !== 'boolean';
  });
  if (open) viewer._update({ fieldInstance: open, value: yes });
  return Boolean(open);
}

/** Listens for y and n outside fields and dialogs. */
export function answerByYesOrNo(viewer) {
  document.addEventListener('keydown', (event) => {
    if (!/^[yn]$/i.test(event.key) || event.shiftKey || !keysEnabled() || !usableKey(event)) return;
    if (answerYesOrNo(viewer, event.key.toLowerCase() === 'y')) event.preventDefault();
  });
}

/** Listens for digits outside fields and dialogs, while the field is shown. */
export function answerByDigit(viewer, key = 'rating') {
  const field = viewer.get('formFieldRegistry').getAll().find((each) => each.key === key);
  if (!field) return;
  document.addEventListener('keydown', (event) => {
    if (!/^[1-9]$/.test(event.key) || !keysEnabled() || !usableKey(event)) return;
    const shown = viewer.get('formFieldInstanceRegistry').getAllKeyed().find((each) => each.id === field.id);
    const all = shown ? options(viewer, field, viewer._getState().data) : [];
    // a five-point scale lists 5 first: there the key means the grade, not the place
    const choice = all.find((each) => String(each.value ?? each) === event.key) ?? all[Number(event.key) - 1];
    if (!choice) return;
    event.preventDefault();
    viewer._update({ fieldInstance: shown, value: choice.value ?? choice });
  });
}
