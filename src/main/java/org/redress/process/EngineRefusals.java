package org.redress.process;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.Why;

/** Puts what the engine says against a migration into the sentences of the house. */
final class EngineRefusals {

    private static final Map<String, String> SENTENCES = sentences();

    private EngineRefusals() {
    }

    private static Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("There is no migration instruction for this instance", "unmapped");
        sentences.put("Activities have incompatible types", "incompatible");
        sentences.put("Events are not of the same type", "incompatible");
        sentences.put("The closest mapped ancestor", "scope");
        sentences.put("The source activity's event scope", "eventScope");
        sentences.put("There are multiple mappings", "twice");
        sentences.put("nner activity", "multiInstance");
        sentences.put("multi-instance body", "multiInstance");
        sentences.put("gateway", "gateway");
        sentences.put("Cannot update event trigger", "trigger");
        sentences.put("The type of the source activity is not supported", "unsupported");
        sentences.put("ransition instance", "betweenSteps");
        sentences.put("async", "betweenSteps");
        sentences.put("ompensation", "compensation");
        return sentences;
    }

    /** What is not known is shown as the engine says it. */
    static Why why(String failure) {
        return SENTENCES.entrySet().stream().filter(known -> failure.contains(known.getKey())).findFirst()
                .map(known -> Why.of("studio.migration.why." + known.getValue()))
                .orElseGet(() -> Why.of("studio.migration.why.engine", new Bilingual(failure, failure)));
    }

    /** The first thing that keeps an instance. */
    static Why why(MigratingProcessInstanceValidationException refused) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        for (MigratingActivityInstanceValidationReport step : report.getActivityInstanceReports()) {
            return why(step.getFailures().get(0));
        }
        for (MigratingTransitionInstanceValidationReport step : report.getTransitionInstanceReports()) {
            return why(step.getFailures().get(0));
        }
        return report.getFailures().isEmpty() ? Why.of("studio.migration.why.engine", new Bilingual("-", "-")) : why(report.getFailures().get(0));
    }
}
