// Walking a diagram with the keyboard. Right goes on (the first way), Left goes back, Up and Down change between the ways that
// could be gone from the step before. What hangs on a step (boundary events) or stands inside it counts as a way from it.
const FLOW_NODES = (element) => element.businessObject?.$instanceOf?.('bpmn:FlowNode') && element.type !== 'label';

export class Walk {
  #registry;
  #marks;
  #arrive;
  #trail = [];

  constructor(viewer, marks, arrive) {
    this.#registry = viewer.get('elementRegistry');
    this.#marks = marks;
    this.#arrive = arrive;
  }

  /** Selects an element by id; nothing happens for what is no step. */
  goTo(id) {
    const element = this.#registry.get(id);
    if (!element || !FLOW_NODES(element)) return;
    if (this.#trail.at(-1) === element) return;
    // the way there, so that Up and Down have something to choose from
    const from = this.#back(element);
    this.#trail = from && this.#trail.at(-1) !== from ? [from, element] : [...this.#trail, element];
    this.#arrive(element);
  }

  /** Handles a key; false when it is not one of ours. */
  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
    const acts = {
      ArrowRight: () => this.#on(),
      ArrowLeft: () => this.#return(),
      ArrowDown: () => this.#other(1),
      ArrowUp: () => this.#other(-1),
      Home: () => this.#jump(this.#starts()[0]),
      End: () => this.#jump(this.#registry.get(this.#marks.current?.[0]?.id) ?? this.#trail.at(-1)),
    };
    if (!acts[event.key]) return false;
    acts[event.key]();
    return true;
  }

  #jump(element) {
    if (!element) return;
    this.#trail = [this.#back(element), element].filter(Boolean);
    this.#arrive(element);
  }

  #on() {
    const here = this.#trail.at(-1);
    if (!here) {
      this.#jump(this.#starts()[0]);
      return;
    }
    const next = this.#ways(here)[0];
    if (!next) return;
    this.#trail.push(next);
    this.#arrive(next);
  }

  #return() {
    const here = this.#trail.pop();
    if (!here) return;
    if (this.#trail.length === 0) this.#trail = [this.#back(here) ?? here];
    this.#arrive(this.#trail.at(-1));
  }

  #other(step) {
    const here = this.#trail.at(-1);
    if (!here) {
      this.#on();
      return;
    }
    const from = this.#trail.at(-2);
    const ways = from ? this.#ways(from) : this.#starts();
    if (ways.length < 2) return;
    const next = ways[(ways.indexOf(here) + step + ways.length) % ways.length];
    this.#trail[this.#trail.length - 1] = next;
    this.#arrive(next);
  }

  #ways(element) {
    const flows = element.outgoing.filter((flow) => flow.target && FLOW_NODES(flow.target)).map((flow) => flow.target);
    const hanging = (element.attachers ?? []).filter(FLOW_NODES);
    return [...new Set([...flows, ...hanging, ...this.#entries(element)])];
  }

  // where a process or a sub-process begins: its start events, then what waits in it for an event
  #entries(parent) {
    const inside = (parent.children ?? []).filter((child) => FLOW_NODES(child));
    const starts = inside.filter((child) => child.type === 'bpmn:StartEvent');
    const waiting = inside.filter((child) => child.businessObject.triggeredByEvent);
    return [...starts, ...waiting];
  }

  #starts() {
    const roots = this.#registry.filter((element) => !element.parent || element.type === 'bpmn:Participant');
    return roots.flatMap((root) => this.#entries(root));
  }

  #back(element) {
    return element.incoming[0]?.source ?? element.host ?? (FLOW_NODES(element.parent ?? {}) ? element.parent : null);
  }
}
