// On the call sheet one key is one answer: 1 to 5 choose in the field `rating`: the grade of that number, else the
// place in the list.
import { keysEnabled, usableKey } from './app.js';

function options(viewer, field, data) {
  if (field.values) return field.values;
  if (field.valuesKey) return data[field.valuesKey] ?? [];
  const found = field.valuesExpression ? viewer.get('expressionLanguage').evaluate(field.valuesExpression, data) : [];
  return Array.isArray(found) ? found : [];
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
