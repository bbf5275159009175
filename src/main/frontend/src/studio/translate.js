// The editors in the language of the page. Where a word is missing the English one stands, and tests that walk the labels find it.
import chinese from './zh.json';
import { language } from './shell.js';

// headings write "Message Start Event" where menus write "Message start event"
const plain = (text) => text.toLowerCase().replace(/-/g, ' ');
const byPlain = new Map(Object.entries(chinese).map(([english, text]) => [plain(english), text]));

/** A whole text that stands on the page already: numbers in it are filled in. */
export function translateWhole(text) {
  const numbers = [];
  const pattern = text.replace(/\d+/g, (number) => { numbers.push(number); return '{n}'; });
  const said = chinese[text] ?? byPlain.get(plain(text)) ?? chinese[pattern];
  return said ? said.replace(/\{n\}/g, () => numbers.shift()) : text;
}

export function translate(template, values = {}) {
  const text = language === 'zh-CN' ? chinese[template] ?? template : template;
  return text.replace(/\{([^}]+)\}/g, (whole, name) => values[name] ?? whole);
}

export const translated = { translate: ['value', translate] };
