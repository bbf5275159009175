// Forms, diagrams and charts are heavy and rare: fetched only by pages, or fragments, that hold one.
function styles(name) {
  const href = new URL(`${name}.css`, import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = resolve; // a missing style sheet is ugly, not fatal
    document.head.append(link);
  });
}

async function mount(root, attribute, name) {
  const places = root.querySelectorAll?.(`[data-${attribute}]:not([data-mounted])`) ?? [];
  // all of them at once: while the first is fetched, a second look must find none left
  for (const place of places) place.dataset.mounted = 'yes';
  for (const place of places) {
    const address = new URL(`${name}.js`, import.meta.url).href;
    const [module] = await Promise.all([import(address), styles(name)]);
    await module.mount(place);
  }
}

export function mountAll(root) {
  mount(root, 'form', 'form');
  mount(root, 'diagram', 'diagram');
  mount(root, 'form-editor', 'form-editor');
  mount(root, 'chart', 'chart');
  for (const kind of ['process', 'decision', 'form']) mount(root, `studio-${kind}`, `studio-${kind}`);
  mount(root, 'compare', 'compare');
}

document.addEventListener('htmx:load', (event) => mountAll(event.detail.elt.parentElement ?? event.detail.elt));
