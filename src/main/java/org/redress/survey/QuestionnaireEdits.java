package org.redress.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What designers do with questionnaires: a change is a new version, which becomes live after a check and ends the one before. Every
 * business always has a live one.
 */
@Service
@Transactional
public class QuestionnaireEdits {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    private static final int LONGEST_NAME = 200;

    private final QuestionnaireTable table;
    private final ScaleTable scales;
    private final QuestionnaireCheck check;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    QuestionnaireEdits(QuestionnaireTable table, ScaleTable scales, QuestionnaireCheck check, ObjectMapper json, AuditTrail audit, CurrentActor actor,
            Clock clock) {
        this.table = table;
        this.scales = scales;
        this.check = check;
        this.json = json;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** A new questionnaire whose first draft is a copy of another's newest version. @throws Problem 422 for a code that is none or taken */
    public void add(String code, boolean campaignOnly, QuestionnaireDraft draft) {
        List<FieldProblem> problems = facts(draft);
        if (!CODE.matcher(code).matches()) {
            problems.add(0, FieldProblem.of("code", "survey.problem.code"));
        }
        refuse(problems);
        if (!table.add(code, campaignOnly)) {
            throw Problem.invalid("code", "survey.problem.codeTaken", code);
        }
        table.addDraft(code, 1, draft, by(), clock.instant());
        audit.record("ADD_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of("campaignOnly", campaignOnly));
    }

    /** The draft of the questionnaire: the one there is, else a copy of its newest version. @return its version */
    public int draft(String code) {
        table.lock();
        List<Questionnaire> versions = table.versions(code);
        if (versions.isEmpty()) {
            throw unknown(code);
        }
        Questionnaire newest = versions.get(0);
        if (newest.state() == QuestionnaireState.DRAFT) {
            return newest.version();
        }
        table.addDraft(code, newest.version() + 1, QuestionnaireDraft.of(newest), by(), clock.instant());
        audit.record("DRAFT_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of("version", newest.version() + 1));
        return newest.version() + 1;
    }

    /**
     * Keeps what was written so far, whatever is still missing for publishing.
     *
     * @param seen revision the person had before them
     * @throws Problem 409 when somebody else changed it meanwhile or it is no draft, 422 for a name or scale that is none
     */
    public void save(String code, int version, QuestionnaireDraft draft, int seen) {
        refuse(facts(draft));
        if (!table.changeDraft(code, version, draft, seen, by(), clock.instant())) {
            throw Problem.conflict("survey.problem.draftStale", code, version);
        }
        audit.record("CHANGE_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of("version", version, "scale", draft.scale()));
    }

    /** A file of a form. @throws Problem 422 when it is no JSON object */
    public JsonNode parse(String text) {
        try {
            JsonNode form = json.readTree(text);
            if (form != null && form.isObject()) {
                return form;
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid("form", "survey.check.json", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        throw Problem.invalid("form", "survey.check.json", 1);
    }

    /** What stands between a draft and its calls; empty when it can be published. */
    @Transactional(readOnly = true)
    public List<FieldProblem> problems(Questionnaire draft) {
        List<FieldProblem> problems = facts(QuestionnaireDraft.of(draft));
        problems.addAll(check.problems(draft.form(), draft.scale(), scales.all()));
        if (!draft.campaignOnly()) {
            table.live().stream().filter(other -> !other.campaignOnly() && !other.code().equals(draft.code())).forEach(other -> overlap(draft, other, problems));
        }
        return List.copyOf(problems);
    }

    /** Calls taken from now on ask this version. @throws Problem 422 with everything that is wrong, 409 for what is no draft or has changed */
    public void publish(String code, int version, int seen) {
        table.lock();
        Questionnaire draft = table.find(code, version).orElseThrow(() -> unknown(code));
        if (draft.state() != QuestionnaireState.DRAFT || draft.revision() != seen) {
            throw Problem.conflict("survey.problem.draftStale", code, version);
        }
        refuse(problems(draft));
        table.retire(code, by(), clock.instant());
        table.publish(code, version, by(), clock.instant());
        requireOneForAll();
        audit.record("PUBLISH_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of("version", version, "scale", draft.scale()));
    }

    /** Nobody is asked with it any more; what was answered stays. @throws Problem 409 when a business would be left without one */
    public void retire(String code) {
        table.lock();
        if (table.versions(code).stream().noneMatch(each -> each.state() == QuestionnaireState.LIVE)) {
            throw Problem.conflict("survey.problem.notLive", code);
        }
        table.retire(code, by(), clock.instant());
        requireOneForAll();
        audit.record("RETIRE_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of());
    }

    /** Throws a draft away. @throws Problem 409 for a version that has been live */
    public void discard(String code, int version) {
        if (!table.removeDraft(code, version)) {
            throw Problem.conflict("survey.problem.draftStale", code, version);
        }
        audit.record("DISCARD_QUESTIONNAIRE", "QUESTIONNAIRE", code, Map.of("version", version));
    }

    private void requireOneForAll() {
        if (table.live().stream().noneMatch(each -> !each.campaignOnly() && each.businesses().isEmpty())) {
            throw Problem.conflict("survey.problem.lastForAll");
        }
    }

    private List<FieldProblem> facts(QuestionnaireDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        named(problems, "nameEn", draft.name().en());
        named(problems, "nameZh", draft.name().zh());
        if (scales.find(draft.scale()).filter(Scale::active).isEmpty()) {
            problems.add(FieldProblem.of("scale", "survey.problem.unknownScale", draft.scale(),
                    String.join(", ", scales.all().stream().filter(Scale::active).map(Scale::code).toList())));
        }
        return problems;
    }

    private static void overlap(Questionnaire draft, Questionnaire other, List<FieldProblem> problems) {
        if (draft.businesses().isEmpty() && other.businesses().isEmpty()) {
            problems.add(FieldProblem.of("businesses", "survey.problem.twoForAll", other.code()));
        }
        Set<Business> both = draft.businesses().stream().filter(other.businesses()::contains).collect(Collectors.toSet());
        if (!both.isEmpty()) {
            problems.add(FieldProblem.of("businesses", "survey.problem.twoForOne",
                    String.join(", ", both.stream().map(Enum::name).sorted().toList()), other.code()));
        }
    }

    static void named(List<FieldProblem> problems, String field, String text) {
        if (text.isBlank()) {
            problems.add(FieldProblem.of(field, "survey.problem.required"));
        } else if (text.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of(field, "survey.problem.long", LONGEST_NAME));
        }
    }

    static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private String by() {
        return actor.get().username();
    }

    private static Problem unknown(String code) {
        return Problem.notFound("survey.problem.unknownQuestionnaire", code);
    }
}
