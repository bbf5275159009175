package org.redress.complaint.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CasePath;
import org.redress.complaint.CaseReader;
import org.redress.complaint.CaseSearch;
import org.redress.complaint.CaseView;
import org.redress.complaint.ComplaintWorkflow;
import org.redress.complaint.ComplaintWorkflow.Outline;
import org.redress.complaint.PathVisit;
import org.redress.complaint.StepAnswer;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Process and related cases of a case, each at its own address. */
@Controller
@RequestMapping("/cases/{number}")
class CaseTabs {

    private static final int MOST_RELATED = 50;

    private final CaseReader cases;
    private final CaseSearch search;
    private final CasePath path;
    private final CaseHead head;
    private final ComplaintWorkflow workflow;
    private final OpenWork openWork;
    private final ClockTexts clocks;
    private final EventTexts texts;
    private final AnswerTexts answers;
    private final ObjectMapper json;
    private final MessageSource messages;

    CaseTabs(CaseReader cases, CaseSearch search, CasePath path, CaseHead head, ComplaintWorkflow workflow, OpenWork openWork,
            ClockTexts clocks, EventTexts texts, AnswerTexts answers, ObjectMapper json, MessageSource messages) {
        this.cases = cases;
        this.search = search;
        this.path = path;
        this.head = head;
        this.workflow = workflow;
        this.openWork = openWork;
        this.clocks = clocks;
        this.texts = texts;
        this.answers = answers;
        this.json = json;
        this.messages = messages;
    }

    /**
     * An element of the process as the outline shows it.
     *
     * @param state done, current, ahead or never; null for what only holds others
     * @param visits one sentence a visit
     * @param given  answers of its form, newest last
     */
    record Element(String id, String kind, String name, String documentation, @Nullable String state, @Nullable String number,
            @Nullable String holder, List<String> visits, List<Given> given, List<Element> children) {
    }

    record Given(String who, String at, Map<String, String> answers) {
    }

    @GetMapping("/process")
    String process(@PathVariable String number, Model model, Locale locale) {
        CaseView view = cases.view(number);
        head.fill(model, view, "process");
        List<PathVisit> visits = path.visits(number);
        if (!visits.isEmpty()) {
            Outline outline = workflow.outline(visits.get(visits.size() - 1).definitionId(), locale);
            List<OpenTask> tasks = openWork.of(TaskKind.CASE, view.row().id());
            ProcessView marks = new ProcessView(outline, visits, path.answers(number), tasks);
            model.addAttribute("elements", outline.children().stream().map(child -> element(child, marks, locale)).toList());
            model.addAttribute("documentation", outline.documentation());
            model.addAttribute("marks", text(marks.marks(task -> holder(task, locale))));
        }
        return "complaint/case";
    }

    @GetMapping("/process.bpmn")
    ResponseEntity<byte[]> diagram(@PathVariable String number) {
        List<PathVisit> visits = path.visits(number);
        if (visits.isEmpty()) {
            throw Problem.notFound("complaint.problem.noProcess", number);
        }
        String xml = workflow.diagram(visits.get(visits.size() - 1).definitionId());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("X-Content-Type-Options", "nosniff")
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/related")
    String related(@PathVariable String number, Model model) {
        CaseView view = cases.view(number);
        head.fill(model, view, "related");
        model.addAttribute("related", search.related(number, MOST_RELATED));
        return "complaint/case";
    }

    private Element element(Outline outline, ProcessView marks, Locale locale) {
        ProcessView.Mark mark = marks.mark(outline.id());
        List<Element> children = new ArrayList<>();
        outline.children().forEach(child -> children.add(element(child, marks, locale)));
        List<String> visits = mark.visits().stream().map(visit -> visit(visit, locale)).toList();
        return new Element(outline.id(), outline.kind(), outline.name(), outline.documentation(), mark.state(), mark.number(),
                mark.task() == null ? null : holder(mark.task(), locale) + " · " + due(mark.task(), locale), visits,
                mark.answers().stream().map(answer -> given(answer, locale)).toList(), children);
    }

    private String visit(PathVisit visit, Locale locale) {
        String entered = clocks.moment(visit.enteredAt(), locale);
        if (visit.leftAt() == null) {
            return messages.getMessage("complaint.process.since", new Object[] {entered}, locale);
        }
        return messages.getMessage(visit.canceled() ? "complaint.process.canceled" : "complaint.process.passed",
                new Object[] {entered, clocks.moment(visit.leftAt(), locale)}, locale);
    }

    private Given given(StepAnswer answer, Locale locale) {
        Map<String, String> shown = new LinkedHashMap<>();
        answer.answers().forEach((name, value) -> {
            String text = answers.value(name, value, answer.answers(), locale);
            if (!text.isBlank()) {
                shown.put(answers.label(name, locale), text);
            }
        });
        return new Given(texts.person(answer.actor(), locale), clocks.moment(answer.at(), locale), shown);
    }

    private String due(OpenTask task, Locale locale) {
        return messages.getMessage("clock.due", new Object[] {clocks.moment(task.dueAt(), locale)}, locale);
    }

    private String holder(OpenTask task, Locale locale) {
        String assignee = task.assignee();
        return texts.holder(assignee == null ? task.team() : assignee, locale);
    }

    private String text(Map<String, Object> marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain maps are always JSON", e);
        }
    }
}
