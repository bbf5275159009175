// Errors of a Camunda Form: at the fields, and in a summary that takes the focus and leads to them.
import { text } from './app.js';

export class Problems {
  #viewer;
  #container;
  #real;

  constructor(viewer, container, real) {
    this.#viewer = viewer;
    this.#container = container;
    this.#real = real;
  }

  /** Shows what the viewer found, or what the server said: a message for each field key. */
  show(said = null) {
    const fields = this.#viewer.get('formFieldRegistry').getAll();
    if (said) {
      const errors = {};
      fields.filter((field) => said[field.key]).forEach((field) => { errors[field.id] = [said[field.key]].flat(); });
      // the viewer has no public way to be told of errors found elsewhere
      this.#viewer._setState({ errors });
    }
    const { errors } = this.#viewer._getState();
    const entries = fields.filter((field) => errors[field.id])
      .map((field) => ({ field, words: [errors[field.id]].flat(Infinity).map(String).join(' ') }));
    const rest = Object.entries(said ?? {}).filter(([key]) => !fields.some((field) => field.key === key))
      .map(([, words]) => ({ field: null, words }));
    this.#summarise([...entries, ...rest]);
  }

  #summarise(entries) {
    // the server drew a summary for its plain fields: they are gone
    document.querySelectorAll('main [data-error-summary]').forEach((old) => old.remove());
    const box = document.createElement('div');
    box.className = 'error-summary';
    box.setAttribute('role', 'alert');
    box.tabIndex = -1;
    box.dataset.errorSummary = '';
    const heading = document.createElement('h2');
    heading.textContent = text('errors');
    const list = document.createElement('ul');
    entries.forEach(({ field, words }) => list.append(this.#entry(field, words)));
    box.append(heading, list);
    this.#container.before(box);
    box.focus();
    box.scrollIntoView({ block: 'nearest' });
  }

  #entry(field, words) {
    const item = document.createElement('li');
    const control = field && this.#control(field);
    const name = field?.label ?? field?.dateLabel ?? field?.timeLabel;
    if (!control) {
      item.textContent = words;
      return item;
    }
    const link = document.createElement('a');
    link.href = `#${control.id}`;
    link.textContent = name ? text('fieldError', name, words) : words;
    item.append(link);
    return item;
  }

  // a choice has one control for each option, numbered; any other field has one
  #control(field) {
    const id = CSS.escape(field.id);
    return this.#container.querySelector(`[id^="fjs-form-"][id$="-${id}"], [id^="fjs-form-"][id$="-${id}-0"],`
      + `[id^="fjs-form-"][id$="-${id}-search"], [id^="fjs-form-"][id$="-${id}--date"]`)
      ?? this.#container.querySelector(`[id*="-${id}"]:is(input, textarea, select, [tabindex])`);
  }
}
