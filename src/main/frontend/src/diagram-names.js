// Elements carry their names in both languages as camunda:property "name.en" and "name.zh-CN"; `name` is what a tool shows.
function properties(element) {
  const holders = element.extensionElements?.values ?? [];
  return holders.filter(({ $type }) => $type === 'camunda:properties').flatMap(({ $children }) => $children ?? []);
}

function rename(element, wanted) {
  const found = properties(element).find(({ name }) => wanted.includes(name));
  if (found?.value) element.name = found.value;
}

/** Gives every element of the model its name in the page's language, before anything is drawn. */
export function nameInLanguage(definitions, language) {
  const wanted = language.startsWith('zh') ? ['name.zh-CN', 'name.zh'] : [`name.${language}`, 'name.en'];
  const visit = (element) => {
    rename(element, wanted);
    for (const list of ['rootElements', 'flowElements', 'participants', 'laneSets', 'lanes', 'artifacts']) {
      (element[list] ?? []).forEach(visit);
    }
  };
  visit(definitions);
}
