// Where names stand in decisions: redress:property elements, because the schema of Camunda's decisions knows none.
import { Names } from './names.js';

export const redressModdle = {
  name: 'Redress',
  prefix: 'redress',
  uri: 'https://redress.org/schema/1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Properties', superClass: ['Element'], properties: [{ name: 'values', type: 'Property', isMany: true }] },
    { name: 'Property', superClass: ['Element'], properties: [{ name: 'name', type: 'String', isAttr: true }, { name: 'value', type: 'String', isAttr: true }] },
  ],
};

function* visit(definitions) {
  for (const element of definitions.drgElement ?? []) {
    yield [element, 'name'];
    for (const clause of [...(element.decisionLogic?.input ?? []), ...(element.decisionLogic?.output ?? [])]) yield [clause, 'label'];
  }
}

export function dmnNames(moddle) {
  return new Names({
    named: (definitions) => [...visit(definitions)],
    find: (element) => element.extensionElements?.values?.find(({ $type }) => $type === 'redress:Properties'),
    entries: (holder) => holder.values ?? (holder.values = []),
    create: (element) => {
      const extensions = element.extensionElements ?? moddle.create('dmn:ExtensionElements', { values: [] });
      extensions.$parent = element;
      element.extensionElements = extensions;
      const holder = moddle.create('redress:Properties', { values: [] });
      holder.$parent = extensions;
      extensions.values = [...(extensions.values ?? []), holder];
      return holder;
    },
    property: (name, value, holder) => {
      const made = moddle.create('redress:Property', { name, value });
      made.$parent = holder;
      return made;
    },
  });
}
