package org.redress.studio.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.studio.compare.RuleTable.Cell;
import org.redress.studio.compare.RuleTable.Column;
import org.redress.studio.compare.RuleTable.Line;
import org.w3c.dom.Element;

/** Rules of decision tables, laid beside one another by their ids. */
final class RuleTables {

    private RuleTables() {
    }

    /** Of those decisions whose rules or columns differ. @param before null for a new file; @param after null for one that is gone */
    static List<RuleTable> differences(byte @Nullable [] before, byte @Nullable [] after) throws Xml.Unreadable {
        Map<String, Table> was = tables(before);
        Map<String, Table> now = tables(after);
        Map<String, Table> all = new LinkedHashMap<>(was);
        all.putAll(now);
        List<RuleTable> found = new ArrayList<>();
        for (String decision : all.keySet()) {
            RuleTable table = compare(decision, was.getOrDefault(decision, Table.NONE), now.getOrDefault(decision, Table.NONE));
            if (table.lines().stream().anyMatch(line -> line.how() != How.SAME)) {
                found.add(table);
            }
        }
        return found;
    }

    private static RuleTable compare(String decision, Table was, Table now) {
        List<Column> columns = new ArrayList<>();
        now.columns().forEach((id, column) -> columns.add(new Column(id, column.name(), column.conclusion(), was.columns().containsKey(id) ? How.SAME : How.ADDED)));
        was.columns().forEach((id, column) -> {
            if (!now.columns().containsKey(id)) {
                columns.add(new Column(id, column.name(), column.conclusion(), How.REMOVED));
            }
        });
        List<String> stayedBefore = was.rules().keySet().stream().filter(now.rules()::containsKey).toList();
        List<String> stayedNow = now.rules().keySet().stream().filter(was.rules()::containsKey).toList();
        List<String> inOrder = InOrder.longest(stayedBefore, stayedNow);
        List<Line> lines = new ArrayList<>();
        now.rules().forEach((id, rule) -> lines.add(line(columns, id, was.rules().get(id), rule, inOrder.contains(id))));
        was.rules().forEach((id, rule) -> {
            if (!now.rules().containsKey(id)) {
                lines.add(line(columns, id, rule, null, true));
            }
        });
        return new RuleTable(decision, columns, lines);
    }

    private static Line line(List<Column> columns, String id, @Nullable Rule was, @Nullable Rule now, boolean inOrder) {
        List<Cell> cells = columns.stream().map(column -> new Cell(was == null ? "" : was.cells().getOrDefault(column.id(), ""),
                now == null ? "" : now.cells().getOrDefault(column.id(), ""))).toList();
        How how;
        if (was == null) {
            how = How.ADDED;
        } else if (now == null) {
            how = How.REMOVED;
        } else if (cells.stream().anyMatch(Cell::isChanged) || !was.text().equals(now.text())) {
            how = How.CHANGED;
        } else {
            how = inOrder ? How.SAME : How.MOVED;
        }
        return new Line(how, id, was == null ? null : was.place(), now == null ? null : now.place(), was == null ? "" : was.text(), now == null ? "" : now.text(), cells);
    }

    private static Map<String, Table> tables(byte @Nullable [] content) throws Xml.Unreadable {
        Map<String, Table> tables = new LinkedHashMap<>();
        if (content != null) {
            for (Element table : Xml.all(Xml.parse(content), "decisionTable")) {
                tables.put(((Element) table.getParentNode()).getAttribute("id"), table(table));
            }
        }
        return tables;
    }

    private static Table table(Element table) {
        Map<String, Named> columns = new LinkedHashMap<>();
        Xml.children(table, "input").forEach(input -> columns.put(input.getAttribute("id"), new Named(name(input), false)));
        Xml.children(table, "output").forEach(output -> columns.put(output.getAttribute("id"), new Named(name(output), true)));
        List<String> ids = List.copyOf(columns.keySet());
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Element rule : Xml.children(table, "rule")) {
            List<Element> entries = new ArrayList<>(Xml.children(rule, "inputEntry"));
            entries.addAll(Xml.children(rule, "outputEntry"));
            Map<String, String> cells = new LinkedHashMap<>();
            for (int at = 0; at < entries.size() && at < ids.size(); at++) {
                cells.put(ids.get(at), Xml.text(entries.get(at), "text"));
            }
            rules.put(rule.getAttribute("id"), new Rule(rules.size() + 1, Xml.text(rule, "description"), cells));
        }
        return new Table(columns, rules);
    }

    private static Bilingual name(Element column) {
        Facts facts = new Facts(column.getLocalName());
        facts.say("label", column.getAttribute("label"));
        Xml.properties(column, facts);
        String plain = Xml.text(column, "inputExpression");
        return facts.name(plain.isEmpty() ? column.getAttribute("name") : plain);
    }

    private record Named(Bilingual name, boolean conclusion) {
    }

    private record Rule(int place, String text, Map<String, String> cells) {
    }

    private record Table(Map<String, Named> columns, Map<String, Rule> rules) {

        static final Table NONE = new Table(Map.of(), Map.of());
    }
}
