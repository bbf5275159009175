package org.redress.process.gate;

import org.redress.studio.ModelKind;

/** A way of automatic steps that leads back to itself runs until the memory is full. */
final class EndlessLoops implements Guard {

    @Override
    public Stage stage() {
        return Stage.CONTENT;
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (file.is(ModelKind.PROCESS)) {
            ModelXml.elements(file.document()).stream().filter(element -> ModelXml.isBpmn(element, "process")).forEach(process -> {
                var loop = new FlowGraph(process, called -> false).loop();
                if (!loop.isEmpty()) {
                    report.element(loop.get(0), "loop", String.join(", ", loop.subList(0, Math.min(6, loop.size()))));
                }
            });
        }
    }
}
