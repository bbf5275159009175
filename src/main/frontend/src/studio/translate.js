// The editors in the language of the page. Where a word is missing the English one stands, and tests that walk the labels find it.
import chinese from './zh.json';
import { language } from './shell.js';

export function translate(template, values = {}) {
  const text = language === 'zh-CN' ? chinese[template] ?? template : template;
  return text.replace(/\{([^}]+)\}/g, (whole, name) => values[name] ?? whole);
}

export const translated = { translate: ['value', translate] };
