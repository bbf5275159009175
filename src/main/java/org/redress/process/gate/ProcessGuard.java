package org.redress.process.gate;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** Looks at the elements of a process one by one. */
abstract class ProcessGuard implements Guard {

    @Override
    public final Stage stage() {
        return Stage.CONTENT;
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (file.is(ModelKind.PROCESS)) {
            ModelXml.elements(file.document()).forEach(element -> check(element, report));
        }
    }

    abstract void check(Element element, Report report);
}
