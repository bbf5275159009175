package org.redress.process.studio;

import java.util.Map;
import java.util.regex.Pattern;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision has a version tag and a name in both languages, and every rule says in plain words what it is for. */
final class DecisionTextRule implements DecisionFileRule {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Override
    public void check(DecisionFile file, Models models, House house, Findings found) {
        for (Decision decision : file.decisions()) {
            if (decision.getVersionTag() == null || decision.getVersionTag().isBlank()) {
                found.warning(Tables.id(decision), "file.noVersionTag");
            }
            name(decision, decision.getName(), found);
            if (decision.getDescription() == null || decision.getDescription().getTextContent().isBlank()) {
                found.warning(Tables.id(decision), "words.noDocumentation");
            }
        }
        for (DecisionTable table : file.tables()) {
            table.getInputs().forEach(input -> name(input, input.getLabel(), found));
            table.getOutputs().forEach(output -> name(output, output.getLabel(), found));
            int number = 0;
            for (Rule rule : table.getRules()) {
                number++;
                if (rule.getDescription() == null || rule.getDescription().getTextContent().isBlank()) {
                    found.warning(Tables.id(rule), "words.noRuleDescription", number);
                }
            }
        }
    }

    private static void name(DmnElement element, String name, Findings found) {
        Map<String, String> properties = DecisionFile.properties(element);
        if (properties.getOrDefault("name.en", name == null ? "" : name).isBlank()) {
            found.warning(Tables.id(element), "words.noName");
        } else if (!CHINESE.matcher(properties.getOrDefault("name.zh-CN", "")).find()) {
            found.warning(Tables.id(element), "words.noChinese");
        }
    }
}
