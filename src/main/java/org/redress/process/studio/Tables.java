package org.redress.process.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.redress.deadline.ClockKind;
import org.redress.process.studio.table.InputType;
import org.redress.process.studio.table.Table;

/** Decision tables of the model as the analysis takes them. */
final class Tables {

    static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private Tables() {
    }

    static Table of(DecisionTable table, House house) {
        List<Table.Input> inputs = table.getInputs().stream().map(input -> input(input, house)).toList();
        List<Table.Rule> rules = table.getRules().stream()
                .map(rule -> new Table.Rule(id(rule), rule.getInputEntries().stream().map(Tables::text).toList(),
                        rule.getOutputEntries().stream().map(Tables::text).toList()))
                .filter(rule -> rule.when().size() == inputs.size()).toList();
        return new Table(table.getHitPolicy() == null ? "UNIQUE" : table.getHitPolicy().name(), inputs, rules);
    }

    private static Table.Input input(Input input, House house) {
        String type = input.getInputExpression() == null || input.getInputExpression().getTypeRef() == null ? "" : input.getInputExpression().getTypeRef();
        String fact = fact(input);
        return new Table.Input(id(input), fact, InputType.of(type).orElse(null), "string".equals(type) ? words(input, house) : Set.of());
    }

    /** As its author lists them, otherwise as the house knows them. */
    private static Set<String> words(Input input, House house) {
        if (input.getInputValues() != null) {
            return WORD.matcher(text(input.getInputValues())).results().map(word -> word.group(1)).collect(Collectors.toSet());
        }
        Set<String> words = new HashSet<>(house.words(fact(input)));
        words.remove(ClockKind.OUTSIDE.name()); // its moment is given from outside: no table is asked for it
        return words;
    }

    /** What the column asks for. */
    static String fact(Input input) {
        return input.getInputExpression() == null ? "" : text(input.getInputExpression().getText());
    }

    static boolean isName(String fact) {
        return NAME.matcher(fact).matches();
    }

    static String text(InputEntry entry) {
        return text(entry.getText());
    }

    static String text(OutputEntry entry) {
        return text(entry.getText());
    }

    static String text(LiteralExpression expression) {
        return text(expression.getText());
    }

    private static String text(org.camunda.bpm.model.dmn.instance.UnaryTests tests) {
        return text(tests.getText());
    }

    private static String text(Text text) {
        return text == null || text.getTextContent() == null ? "" : text.getTextContent().strip();
    }

    static String id(DmnElement element) {
        return element.getId() == null ? "" : element.getId();
    }
}
