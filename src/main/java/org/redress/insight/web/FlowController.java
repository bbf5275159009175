package org.redress.insight.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintWorkflow;
import org.redress.insight.BoardScope;
import org.redress.insight.Flow;
import org.redress.insight.Flow.Steps;
import org.redress.insight.Flow.Ways;
import org.redress.insight.FlowFilter;
import org.redress.insight.FlowRows;
import org.redress.insight.FlowRows.Asked;
import org.redress.insight.FlowRows.Part;
import org.redress.insight.Hours;
import org.redress.organisation.Organisation;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The process as it is lived: the model with what each step took, where cases came back, which ways they went. */
@Controller
class FlowController {

    private final Flow flow;
    private final FlowRows rows;
    private final FlowView view;
    private final FlowNames names;
    private final FlowTexts texts;
    private final BoardTexts boardTexts;
    private final BoardScope scope;
    private final Organisation organisation;
    private final ComplaintWorkflow workflow;
    private final Hours hours;
    private final ObjectMapper json;

    FlowController(Flow flow, FlowRows rows, FlowView view, FlowNames names, FlowTexts texts, BoardTexts boardTexts, BoardScope scope,
            Organisation organisation, ComplaintWorkflow workflow, Hours hours, ObjectMapper json) {
        this.flow = flow;
        this.rows = rows;
        this.view = view;
        this.names = names;
        this.texts = texts;
        this.boardTexts = boardTexts;
        this.scope = scope;
        this.organisation = organisation;
        this.workflow = workflow;
        this.hours = hours;
        this.json = json;
    }

    record Choice(String code, String name) {
    }

    record CaseRow(String number, String severity, String summary, @Nullable String team, String at, String work, String waited, @Nullable Boolean late,
            @Nullable String from) {
    }

    @GetMapping(FlowQuery.PATH)
    String flow(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        FlowQuery asked = FlowQuery.of(parameters, hours.today());
        FlowFilter filter = asked.filter();
        List<String> definitions = names.known();
        String drawn = filter.definition() != null && definitions.contains(filter.definition()) ? filter.definition() : names.newest();
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("period", texts.period(filter, locale));
        model.addAttribute("periods", FlowTexts.periods());
        model.addAttribute("measures", FlowMeasure.values());
        model.addAttribute("teams", teams(locale));
        model.addAttribute("versions", definitions.stream().map(id -> new Choice(id, String.valueOf(workflow.version(id)))).toList());
        fill(asked, drawn, definitions, model, locale);
        return "insight/flow";
    }

    private void fill(FlowQuery asked, String drawn, List<String> definitions, Model model, Locale locale) {
        FlowFilter other = asked.other();
        Steps now = flow.withStanding(asked.filter());
        Steps then = other == null ? null : flow.steps(other);
        Map<String, String> steps = names.steps(drawn, definitions, now.byElement().keySet(), locale);
        Map<String, String> every = names.every(drawn, definitions, locale);
        Ways ways = flow.ways(asked.filter());
        model.addAttribute("other", other == null ? null : texts.period(other, locale));
        model.addAttribute("exact", now.exact() && (then == null || then.exact()));
        model.addAttribute("rows", view.rows(asked, steps, now, then, locale));
        model.addAttribute("loops", view.loops(asked, every, flow.loops(asked.filter()), locale));
        model.addAttribute("ways", view.ways(asked, every, ways, locale));
        model.addAttribute("ended", FlowTexts.count(ways.cases(), locale));
        model.addAttribute("wayCount", FlowTexts.count(ways.all(), locale));
        model.addAttribute("drawn", drawn);
        model.addAttribute("drawnVersion", workflow.version(drawn));
        model.addAttribute("marks", text(view.marks(asked, steps, now, then, locale)));
    }

    @GetMapping(FlowQuery.PATH + "/process.bpmn")
    ResponseEntity<byte[]> diagram(@RequestParam String version) {
        if (!names.known().contains(version) && !version.equals(names.newest())) {
            throw Problem.notFound("insight.problem.version");
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("X-Content-Type-Options", "nosniff")
                .body(workflow.diagram(version).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(FlowQuery.ROWS)
    String cases(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        FlowQuery asked = FlowQuery.of(parameters, hours.today());
        Asked of = FlowQuery.asked(parameters);
        if (of == null) {
            throw Problem.notFound("insight.problem.step");
        }
        Map<String, String> every = names.every(names.newest(), names.known(), locale);
        String cursor = parameters.get("cursor");
        String from = parameters.getOrDefault("first", "1");
        int first = from.matches("\\d{1,8}") ? Math.max(1, Integer.parseInt(from)) : 1;
        Slice<FlowRows.Row> page = rows.page(asked.filter(), of, cursor);
        String step = of.part() == Part.WAY ? texts.text("insight.flow.thisWay", locale) : every.getOrDefault(of.of(), of.of());
        String period = texts.period(asked.filter(), locale);
        model.addAttribute("asked", asked);
        model.addAttribute("part", of.part());
        model.addAttribute("heading", texts.text("insight.flow.rows." + of.part(), locale, step, period, of.from() == null ? "" : every.getOrDefault(of.from(), of.from())));
        model.addAttribute("rows", page.items().stream().map(row -> row(row, every, locale)).toList());
        model.addAttribute("first", cursor == null ? null : asked.rows(of, null, 1));
        model.addAttribute("from", first);
        model.addAttribute("to", first + page.items().size() - 1);
        model.addAttribute("next", page.next() == null ? null : asked.rows(of, page.next(), first + page.items().size()));
        return "insight/flow-cases";
    }

    private CaseRow row(FlowRows.Row row, Map<String, String> every, Locale locale) {
        return new CaseRow(row.number(), row.severity(), row.summary(), row.team() == null ? null : boardTexts.team(row.team(), locale),
                boardTexts.moment(row.at(), locale), texts.span(row.work(), locale), texts.span(row.waited(), locale), row.late(),
                row.backFrom() == null ? null : every.getOrDefault(row.backFrom(), row.backFrom()));
    }

    private List<Choice> teams(Locale locale) {
        Set<String> mine = scope.teams();
        return organisation.teams().stream().filter(team -> mine == null || mine.contains(team.code()))
                .map(team -> new Choice(team.code(), team.name().in(locale))).toList();
    }

    private String text(Map<String, Object> marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Marks are maps and strings", e);
        }
    }
}
