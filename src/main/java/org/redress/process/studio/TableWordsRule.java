package org.redress.process.studio;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Words of a table are words of the house: a severity, team or role that does not exist would route a case to nowhere, or be waited for in vain. */
final class TableWordsRule implements DecisionFileRule {

    @Override
    public void check(DecisionFile file, Models models, House house, Findings found) {
        for (DecisionTable table : file.tables()) {
            for (Rule rule : table.getRules()) {
                outputs(List.copyOf(table.getOutputs()), List.copyOf(rule.getOutputEntries()), house, found);
                inputs(List.copyOf(table.getInputs()), List.copyOf(rule.getInputEntries()), house, found);
            }
        }
    }

    private static void outputs(List<Output> outputs, List<OutputEntry> entries, House house, Findings found) {
        for (int i = 0; i < Math.min(outputs.size(), entries.size()); i++) {
            String name = outputs.get(i).getName() == null ? "" : outputs.get(i).getName();
            String text = Tables.text(entries.get(i));
            var literal = Tables.WORD.matcher(text);
            Set<String> words = house.words(name);
            if (literal.matches() && !words.isEmpty() && !words.contains(literal.group(1))) {
                found.error(Tables.id(entries.get(i)), "table.unknownResult", literal.group(1), name, String.join(", ", words));
            }
        }
    }

    private static void inputs(List<Input> inputs, List<InputEntry> entries, House house, Findings found) {
        for (int i = 0; i < Math.min(inputs.size(), entries.size()); i++) {
            String fact = Tables.fact(inputs.get(i));
            Set<String> words = house.words(fact);
            if (!Tables.isName(fact) || words.isEmpty()) {
                continue;
            }
            for (MatchResult word : Tables.WORD.matcher(Tables.text(entries.get(i))).results().toList()) {
                if (!word.group(1).isEmpty() && !words.contains(word.group(1)) && isPlain(Tables.text(entries.get(i)))) {
                    found.warning(Tables.id(entries.get(i)), "table.unknownWord", word.group(1), fact, String.join(", ", words));
                }
            }
        }
    }

    /** Not the argument of a function, which may be part of a word. */
    private static boolean isPlain(String condition) {
        return !condition.replaceAll("\"[^\"]*\"", "").replace("not(", "").contains("(");
    }
}
