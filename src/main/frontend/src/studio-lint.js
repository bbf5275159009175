// bpmnlint on the drawing, with the rules that fit the house and say something that the server does not. Its sentences come with the page, in its
// language: <ul data-problems-rules hidden><li data-rule="fake-join">…</li></ul>
import { Linter } from 'bpmnlint';
import conditionalFlows from 'bpmnlint/rules/conditional-flows.js';
import endEventRequired from 'bpmnlint/rules/end-event-required.js';
import fakeJoin from 'bpmnlint/rules/fake-join.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noBpmndi from 'bpmnlint/rules/no-bpmndi.js';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js';
import noOverlappingElements from 'bpmnlint/rules/no-overlapping-elements.js';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js';

const RULES = {
  'conditional-flows': conditionalFlows,
  'end-event-required': endEventRequired,
  'fake-join': fakeJoin,
  'link-event': linkEvent,
  'no-bpmndi': noBpmndi,
  'no-duplicate-sequence-flows': noDuplicateSequenceFlows,
  'no-gateway-join-fork': noGatewayJoinFork,
  'no-implicit-split': noImplicitSplit,
  'no-overlapping-elements': noOverlappingElements,
  'single-event-definition': singleEventDefinition,
  'superfluous-gateway': superfluousGateway,
};

const config = { rules: Object.fromEntries(Object.keys(RULES).map((rule) => [rule, 'warn'])) };
const resolver = { resolveRule: async (from, rule) => RULES[rule], resolveConfig: async () => ({}) };

/** What is odd about a drawing. @param definitions the model of the editor @return [{element, text}], each once */
export async function lint(definitions) {
  const found = new Map();
  const linter = new Linter({ config, resolver }); // its rules remember what they have seen
  for (const [rule, reports] of Object.entries(await linter.lint(definitions))) {
    const text = document.querySelector(`[data-problems-rules] [data-rule="${rule}"]`)?.textContent;
    for (const { id } of reports) {
      if (text) found.set(`${rule} ${id}`, { element: id ?? '', text });
    }
  }
  return [...found.values()];
}
