// The words scripts say come with the page (fragments/texts.html), in its language.
const source = document.getElementById('texts');

/** The text of that name with {0}, {1} … filled in. */
export function text(name, ...values) {
  const raw = source?.dataset[name] ?? '';
  return raw.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

/** A time of day as the page's language writes it: 14:02. */
export function timeOfDay(date = new Date()) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false }).format(date);
}
