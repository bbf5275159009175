// A form is written in English; each component holds its Chinese texts as properties "zh-CN.label", "zh-CN.description", "zh-CN.text" and
// "zh-CN.option.VALUE". The editor shows one language at a time.
const TEXTS = ['label', 'description', 'text'];

const copy = (schema) => JSON.parse(JSON.stringify(schema));

/** Every text of a component: where it stands, and the name of its property. */
function* texts(component) {
  for (const name of TEXTS) yield [component, name, `zh-CN.${name}`];
  for (const option of component.values ?? []) yield [option, 'label', `zh-CN.option.${option.value}`];
}

function walk(components, visit) {
  for (const component of components ?? []) {
    visit(component);
    walk(component.components, visit);
  }
}

export class FormNames {
  constructor() {
    this.english = new Map();
  }

  /** The schema as the editor shows it; the English texts wait here meanwhile. */
  shown(schema, language) {
    const made = copy(schema);
    this.english.clear();
    if (language === 'en') return made;
    walk(made.components, (component) => {
      for (const [holder, key, property] of texts(component)) {
        if (holder[key] !== undefined) this.english.set(`${component.id} ${property}`, holder[key]);
        const chinese = component.properties?.[property];
        if (chinese !== undefined) holder[key] = chinese;
      }
    });
    return made;
  }

  /** The schema as files have it: what was typed goes to the language shown. */
  plain(schema, language) {
    const made = copy(schema);
    if (language === 'en') return made;
    walk(made.components, (component) => {
      for (const [holder, key, property] of texts(component)) {
        const english = this.english.get(`${component.id} ${property}`);
        const typed = holder[key];
        const before = component.properties?.[property] ?? english;
        if (typed !== undefined && typed !== before) component.properties = { ...component.properties, [property]: typed };
        if (english !== undefined) holder[key] = english;
      }
    });
    return made;
  }
}
