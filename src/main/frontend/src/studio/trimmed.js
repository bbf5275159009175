// What the gate refuses is not offered: no scripts, no classes, no connectors, nothing without a listed name.
const GROUPS = new Set(['CamundaPlatform__Script', 'CamundaPlatform__ConnectorInput', 'CamundaPlatform__ConnectorOutput', 'CamundaPlatform__FieldInjection',
  'CamundaPlatform__FormData', 'CamundaPlatform__ExecutionListener', 'CamundaPlatform__TaskListener', 'CamundaPlatform__ExternalTask',
  'CamundaPlatform__CandidateStarter', 'CamundaPlatform__StartInitiator', 'CamundaPlatform__Tasklist']);
// of the ways in which a step may be done, only a decision is chosen here; the others come with the house's steps
const IMPLEMENTATION = 'CamundaPlatform__Implementation';
const DECISION = /decision|^resultVariable|mapDecision/i;
const ENTRIES = [/script/i, /send-/, /transaction/, /compensat/, /complex/, /adhoc/i, /ad-hoc/i, /connector/i, /cancel/, /(?:^|-)link-/];

const refused = (id) => ENTRIES.some((entry) => entry.test(id));

function without(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !refused(id)));
}

function TrimmedProperties(propertiesPanel) {
  this.getGroups = (element) => (groups) => groups.filter(({ id }) => !GROUPS.has(id)).filter((group) => {
    if (group.id !== IMPLEMENTATION) return true;
    group.entries = group.entries.filter(({ id }) => DECISION.test(id));
    return element.type === 'bpmn:BusinessRuleTask' && group.entries.length > 0;
  });
  propertiesPanel.registerProvider(100, this);
}
TrimmedProperties.$inject = ['propertiesPanel'];

function TrimmedMenus(popupMenu) {
  const trim = { getPopupMenuEntries: () => without, getEntries: () => without };
  for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) popupMenu.registerProvider(menu, 100, trim);
}
TrimmedMenus.$inject = ['popupMenu'];

export const trimmed = {
  __init__: ['trimmedProperties', 'trimmedMenus'],
  trimmedProperties: ['type', TrimmedProperties],
  trimmedMenus: ['type', TrimmedMenus],
  // the drawing keeps the order of the file: a difference of two files is what somebody changed
  bpmnDiOrdering: ['value', null],
};
