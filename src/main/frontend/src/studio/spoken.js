// Parts of the editors have their English words built in. Here those are put into the page's language where they appear, and only whole texts that
// the dictionary knows: nothing that somebody typed.
import { language } from './shell.js';
import { translateWhole } from './translate.js';

const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'data-title'];
const TYPED = 'textarea, [contenteditable], .cm-editor, .djs-group, .fjs-element, td.cell';

function put(text) {
  const known = text.trim();
  if (!/[A-Za-z]{2}/.test(known)) return text;
  const said = translateWhole(known);
  return said === known ? text : text.replace(known, said);
}

function visit(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement?.closest(TYPED)) return;
    const said = put(node.data);
    if (said !== node.data) node.data = said;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ATTRIBUTES) {
    const value = node.getAttribute(name);
    const said = value && put(value);
    if (said && said !== value) node.setAttribute(name, said);
  }
  node.childNodes.forEach(visit);
}

/** Watches the places of an editor from now on. */
export function spoken(...places) {
  if (language !== 'zh-CN') return;
  const watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach(visit);
      else visit(target);
    }
  });
  for (const place of places) {
    visit(place);
    watcher.observe(place, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  }
}
