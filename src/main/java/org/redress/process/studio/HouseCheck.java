package org.redress.process.studio;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.springframework.stereotype.Component;

/** The rules of the house for models (公司规则), one class each. A model that cannot be read is told by the layers before. */
@Component
public class HouseCheck {

    static final List<ProcessRule> PROCESS_RULES = List.of(new VersionTagRule(), new PeopleRule(), new FormRule(), new SplitRule(), new ClockRule(), new PromiseRule(),
            new TimerRule(), new CallRule(), new MessageRule(), new CodeRule(), new DecisionRule(), new WordsRule(), new IdRule(), new EndRule(), new PhaseRule());
    static final List<DecisionFileRule> DECISION_RULES = List.of(new TableRule(), new TableWordsRule(), new DecisionTextRule(), new DecisionUseRule(), new PolicyRule());
    static final List<FormFileRule> FORM_RULES = List.of(new FormTextRule(), new FormUseRule());

    private final ObjectMapper json;
    private final KnownModels kept = new KnownModels();

    HouseCheck(ObjectMapper json) {
        this.json = json;
    }

    /** One set with what the house knows now. @param files names of those that will be asked for */
    public Looking at(ModelSet set, Collection<String> files, House house) {
        return new Looking(new Models(set, json, kept, files), house);
    }

    /** One look at a set. */
    public static final class Looking {

        private final Models models;
        private final House house;

        private Looking(Models models, House house) {
            this.models = models;
            this.house = house;
        }

        /** @param file name of a file of the set */
        public List<Finding> check(String file) {
            Findings found = new Findings(file, Layer.HOUSE);
            ModelKind kind = ModelKind.of(file).orElseThrow();
            switch (kind) {
                case PROCESS -> models.processFile(file).ifPresent(process -> PROCESS_RULES.forEach(rule -> rule.check(process, models, house, found)));
                case DECISION -> models.decisionFile(file).ifPresent(decision -> DECISION_RULES.forEach(rule -> rule.check(decision, models, house, found)));
                case FORM -> {
                    JsonNode form = models.formFile(file);
                    if (form.isObject()) {
                        FORM_RULES.forEach(rule -> rule.check(file, form, models, house, found));
                    }
                }
            }
            return found.in(kind == ModelKind.FORM ? Places.NONE : models.content(file).map(Places::of).orElse(Places.NONE));
        }

        /** What still names a file that is not in the set any more. */
        public List<Finding> missing(String file) {
            return References.to(file, models, house);
        }
    }
}
