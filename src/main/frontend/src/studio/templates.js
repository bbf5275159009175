// The house's steps as element templates, in one language: the modeler knows only texts.
import steps from './element-templates.json';

function inLanguage(value, key) {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, key));
  if (value && typeof value === 'object') {
    const names = Object.keys(value);
    if (names.length === 2 && 'en' in value && 'zh' in value) return value[key];
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inLanguage(each, key)]));
  }
  return value;
}

export function elementTemplates(language) {
  return inLanguage(steps, language.startsWith('zh') ? 'zh' : 'en').map(({ elementType, ...template }) => ({
    ...template, $schema: 'https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json', elementType: { value: elementType },
  }));
}
