// What the gate refuses is not offered: no scripts, no classes, no connectors, nothing without a listed name.
const GROUPS = new Set(['CamundaPlatform__Script', 'CamundaPlatform__ConnectorInput', 'CamundaPlatform__ConnectorOutput', 'CamundaPlatform__FieldInjection',
  'CamundaPlatform__FormData', 'CamundaPlatform__ExecutionListener', 'CamundaPlatform__TaskListener', 'CamundaPlatform__ExternalTask',
  'CamundaPlatform__CandidateStarter', 'CamundaPlatform__StartInitiator', 'CamundaPlatform__Implementation', 'CamundaPlatform__Tasklist']);
const ENTRIES = [/script/i, /send/, /transaction/, /compensat/, /complex/, /adhoc/i, /ad-hoc/i, /connector/i, /cancel/, /link/];

const refused = (id) => ENTRIES.some((entry) => entry.test(id));

function without(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !refused(id)));
}

function TrimmedProperties(propertiesPanel) {
  this.getGroups = () => (groups) => groups.filter(({ id }) => !GROUPS.has(id));
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
};
