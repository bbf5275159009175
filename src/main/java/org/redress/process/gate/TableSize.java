package org.redress.process.gate;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** A table is read whole whenever it is asked. */
final class TableSize implements Guard {

    static final int MOST_RULES = 1_000;
    static final int MOST_COLUMNS = 40;
    private static final int MOST_DECISIONS = 20;

    @Override
    public Stage stage() {
        return Stage.CONTENT;
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (!file.is(ModelKind.DECISION)) {
            return;
        }
        int decisions = DecisionIdentity.decisions(file).size();
        if (decisions > MOST_DECISIONS) {
            report.file("decisions", decisions, MOST_DECISIONS);
        }
        for (Element table : ModelXml.elements(file.document())) {
            if (table.getLocalName().equals("decisionTable")) {
                int rules = count(table, "rule");
                int columns = count(table, "input") + count(table, "output");
                if (rules > MOST_RULES || columns > MOST_COLUMNS) {
                    report.element(table, "tableSize", rules, columns, MOST_RULES, MOST_COLUMNS);
                }
            }
        }
    }

    private static int count(Element table, String name) {
        return (int) ModelXml.children(table).stream().filter(child -> name.equals(child.getLocalName())).count();
    }
}
