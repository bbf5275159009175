// A model holds its names in both languages, as properties "name.en" and "name.zh-CN"; the editor shows one of them in the plain attribute that every tool
// knows. Before saving, what was typed goes to the language shown, and the plain attribute gets the English name again.
const KEYS = { en: 'name.en', 'zh-CN': 'name.zh-CN' };

/**
 * @param named   of a model: every [element, attribute] that people read
 * @param create  makes the holder of properties of an element that has none
 * @param entries of a holder: its list of properties
 * @param property makes one property
 */
export class Names {
  constructor({ named, find, create, entries, property }) {
    Object.assign(this, { named, find, create, entries, property, queue: Promise.resolve(), english: false });
  }

  get(element, language) {
    const holder = this.find(element);
    return holder && this.entries(holder).find(({ name }) => name === KEYS[language])?.value;
  }

  set(element, language, value) {
    const holder = this.find(element) ?? this.create(element);
    const list = this.entries(holder);
    const found = list.find(({ name }) => name === KEYS[language]);
    if (found && value) found.value = value;
    else if (found) list.splice(list.indexOf(found), 1);
    else if (value) {
      const made = this.property(KEYS[language], value, holder);
      const after = list.findIndex(({ name }) => name === KEYS.en);
      list.splice(language === 'en' ? 0 : after + 1, 0, made);
    }
  }

  /** Puts the names of a language in place. @return the elements whose plain attribute changed */
  show(model, language) {
    const changed = [];
    for (const [element, attribute] of this.named(model)) {
      const name = this.get(element, language);
      if (name && element[attribute] !== name) {
        element[attribute] = name;
        changed.push(element);
      }
    }
    return changed;
  }

  /** Takes over what was typed while a language was shown. */
  collect(model, language) {
    if (this.english) return;
    for (const [element, attribute] of this.named(model)) {
      const shown = element[attribute] ?? '';
      if ((this.get(element, language) ?? '') !== shown && (shown || this.find(element))) this.set(element, language, shown);
    }
  }

  /**
   * Runs the work while the plain attributes are English, as files have them. One after the other: saving and checking ask at the same time, and
   * what the one put there must not be taken for what somebody typed.
   *
   * @param language asked when it is the work's turn, and again behind it: the switch may have been used meanwhile
   */
  inEnglish(model, language, work) {
    const turn = this.queue.then(async () => {
      this.collect(model, language());
      this.show(model, 'en');
      this.english = true;
      try {
        return await work();
      } finally {
        this.english = false;
        this.show(model, language());
      }
    });
    this.queue = turn.catch(() => {}); // told to who asked
    return turn;
  }
}
