// Where the case has been and where it stands. Never by colour alone: steps done carry a tick and their number, the current one
// a thick ring and who has it, what lies ahead is drawn lighter.
function note(className, words) {
  const box = document.createElement('div');
  box.className = className;
  box.textContent = words;
  return box;
}

export function mark(viewer, { done = [], current = [], ahead = [], flows = [], heat = [] }) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const known = viewer.get('elementRegistry');
  const here = (id) => known.get(id);

  done.filter(({ id }) => here(id)).forEach(({ id, order }) => {
    canvas.addMarker(id, 'is-done');
    overlays.add(id, { position: { top: -12, left: -8 }, html: note('mark-note mark-done', `✓ ${order ?? ''}`.trim()) });
  });
  current.filter(({ id }) => here(id)).forEach(({ id, who }) => {
    canvas.addMarker(id, 'is-here');
    if (who) overlays.add(id, { position: { bottom: 8, left: 4 }, html: note('mark-note mark-here', who) });
  });
  ahead.filter(here).forEach((id) => canvas.addMarker(id, 'is-ahead'));
  heat.filter(({ id }) => here(id)).forEach(({ id, mark: shade, text, label, href }) => {
    canvas.addMarker(id, shade);
    const link = document.createElement('a');
    link.className = 'mark-note mark-heat';
    link.href = href;
    link.textContent = text;
    link.setAttribute('aria-label', label);
    // as large as text however small the diagram is drawn
    overlays.add(id, { position: { bottom: 4, left: 4 }, scale: false, html: link });
  });
  flows.filter(here).forEach((id) => canvas.addMarker(id, 'is-taken'));
}
