// The outline beside a diagram: items carry data-element="<id of the element>". It works without this script; with it, selecting an
// item shows the element, and the other way round.
export class Outline {
  #list;

  constructor(pair) {
    this.#list = pair.querySelector('[data-outline]') ?? document.querySelector('[data-outline]');
  }

  #items(id) {
    return [...(this.#list?.querySelectorAll(`[data-element="${CSS.escape(id)}"]`) ?? [])];
  }

  show(id) {
    this.#list?.querySelectorAll('[aria-current=true]').forEach((item) => item.removeAttribute('aria-current'));
    const items = this.#items(id);
    items.forEach((item) => item.setAttribute('aria-current', 'true'));
    // the page itself stays where it is: only the list scrolls
    const item = items[0];
    if (item && this.#list.scrollHeight > this.#list.clientHeight) {
      this.#list.scrollTop = item.offsetTop - this.#list.offsetTop - this.#list.clientHeight / 3;
    }
    const said = this.#list?.closest('[data-diagram-pair]')?.querySelector('[data-diagram-said]');
    if (said && item) said.textContent = item.textContent.replace(/\s+/g, ' ').trim();
    if (item && this.#list.contains(document.activeElement)) this.#focusable(item)?.focus({ preventScroll: true });
  }

  focus() {
    this.#focusable(this.#list?.querySelector('[aria-current=true]'))?.focus();
  }

  onSelect(listener) {
    const heard = (event) => {
      const item = event.target.closest('[data-element]');
      if (item) listener(item.dataset.element);
    };
    this.#list?.addEventListener('click', heard);
    this.#list?.addEventListener('focusin', heard);
  }

  onKey(listener) {
    this.#list?.addEventListener('keydown', (event) => {
      if (event.target.closest('[data-element]') && listener(event)) event.preventDefault();
    });
  }

  #focusable(item) {
    if (!item) return null;
    if (item.matches('a, button, summary, [tabindex]')) return item;
    return item.querySelector('a, button, summary, [tabindex]');
  }
}
