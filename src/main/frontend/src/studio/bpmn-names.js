// Where names stand in processes: camunda:property elements beside the other extensions.
import { Names } from './names.js';

const INSIDE = ['rootElements', 'flowElements', 'participants', 'laneSets', 'lanes'];

function* visit(element) {
  // messages, errors and signals have names that the engine reads; nobody else does
  const read = element.$instanceOf('bpmn:FlowElement') || ['bpmn:Process', 'bpmn:Participant', 'bpmn:Lane'].includes(element.$type);
  if (read) yield [element, 'name'];
  for (const list of INSIDE) {
    for (const each of element[list] ?? []) yield* visit(each);
  }
}

const holderOf = (element) => element.extensionElements?.values?.find(({ $type }) => $type === 'camunda:Properties');

export function bpmnNames(moddle) {
  return new Names({
    named: (definitions) => [...visit(definitions)],
    find: holderOf,
    entries: (holder) => holder.values ?? (holder.values = []),
    create: (element) => {
      const extensions = element.extensionElements ?? moddle.create('bpmn:ExtensionElements', { values: [] });
      if (!element.extensionElements) {
        extensions.$parent = element;
        element.extensionElements = extensions;
      }
      const holder = moddle.create('camunda:Properties', { values: [] });
      holder.$parent = extensions;
      extensions.values = [...(extensions.values ?? []), holder];
      return holder;
    },
    property: (name, value, holder) => {
      const made = moddle.create('camunda:Property', { name, value });
      made.$parent = holder;
      return made;
    },
  });
}
