package org.redress.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.redress.callback.JobKind;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.w3c.dom.Document;

/**
 * What sampling.dmn has to hold before it may be deployed: an answer for every kind of job, whoever did it. A job without a rate could not be
 * taken in at all, so the gap is told to who made it. Asked only of a file that passed the other rules.
 */
final class SamplingRules {

    private static final int LONGEST_NAME = 64;
    /** No rule can name it: its jobs are those of a team that nobody thought of. */
    private static final String ANY_TEAM = "";

    private final DmnEngine engine = EngineConfiguration.feelOnly().buildEngine();

    static boolean concerns(Document document) {
        return ModelXml.holdsDecision(document, SamplingTable.TABLE);
    }

    List<ModelProblem> check(String file, byte[] content) {
        List<ModelProblem> problems = new ArrayList<>();
        try {
            DmnDecision table = engine.parseDecision(SamplingTable.TABLE, new ByteArrayInputStream(content));
            for (Business business : Business.values()) {
                for (Segment segment : Segment.values()) {
                    check(problems, file, table, new JobKind(business, segment, false, ANY_TEAM));
                    check(problems, file, table, new JobKind(business, segment, true, ANY_TEAM));
                }
            }
        } catch (DmnEngineException e) {
            problems.add(new ModelProblem(file, SamplingTable.TABLE, "the table cannot be read: " + e.getMessage()));
        }
        return problems;
    }

    private void check(List<ModelProblem> problems, String file, DmnDecision table, JobKind job) {
        DmnDecisionResult answers = engine.evaluateDecision(table, SamplingTable.facts(job));
        String wrong = answers.isEmpty() ? "there is no rule" : wrong(answers.get(0).getEntryMap());
        if (!wrong.isEmpty()) {
            problems.add(new ModelProblem(file, SamplingTable.TABLE, wrong + " for " + job.business() + ", " + job.segment() + (job.warranty() ? ", in warranty" : "")
                    + "; the last rule should have no conditions"));
        }
    }

    private static String wrong(Map<String, Object> answer) {
        if (!(answer.get("rate") instanceof Number rate) || rate.doubleValue() != rate.intValue() || rate.intValue() < 0 || rate.intValue() > 100) {
            return "the rate is not a whole number from 0 to 100 but " + answer.get("rate");
        }
        if (!(answer.get("windowDays") instanceof Number days) || days.doubleValue() != days.intValue() || days.intValue() < 1) {
            return "the window is not a whole number of days but " + answer.get("windowDays");
        }
        return answer.get("rule") instanceof String name && !name.isBlank() && name.length() <= LONGEST_NAME ? ""
                : "the rule's name is not a text of at most " + LONGEST_NAME + " characters but " + answer.get("rule");
    }
}
