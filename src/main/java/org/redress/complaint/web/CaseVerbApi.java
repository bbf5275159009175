package org.redress.complaint.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDesk;
import org.redress.complaint.CaseReader;
import org.redress.complaint.MoreTime;
import org.redress.complaint.WaitingFor;
import org.redress.deadline.Calendars;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verbs on a case over HTTP; each answers the case as it stands afterwards. */
@RestController
@RequestMapping("/api/v1/complaints/{number}")
@Tag(name = "Complaints")
class CaseVerbApi {

    private final CaseDesk desk;
    private final CaseReader cases;
    private final MoreTime time;
    private final Calendars calendars;
    private final Clock clock;

    CaseVerbApi(CaseDesk desk, CaseReader cases, MoreTime time, Calendars calendars, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.time = time;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What a verb carries; each uses its own fields. @param version when given, 409 unless the case still has it */
    record VerbBody(@Nullable String text, @Nullable String reason, @Nullable WaitingFor waitingFor, @Nullable String answer,
            @Nullable OffsetDateTime until, @Nullable Integer version, @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {

        static final VerbBody NONE = new VerbBody(null, null, null, null, null, null, null);
    }

    @Operation(summary = "Add an internal note")
    @PostMapping("/note")
    CaseBody note(@PathVariable String number, @RequestBody VerbBody body) {
        desk.note(number, checked(body).text());
        return now(number);
    }

    @Operation(summary = "Wait for the customer or a third party; resolution clocks stand still")
    @PostMapping("/pause")
    CaseBody pause(@PathVariable String number, @RequestBody VerbBody body) {
        VerbBody said = checked(body);
        desk.pause(number, said.version(), said.waitingFor(), said.reason());
        return now(number);
    }

    @Operation(summary = "Work goes on after waiting")
    @PostMapping("/resume")
    CaseBody resume(@PathVariable String number, @RequestBody(required = false) @Nullable VerbBody body) {
        VerbBody said = checked(body);
        desk.resume(number, said.version(), said.answer());
        return now(number);
    }

    @Operation(summary = "Ask for more time, once and before the case is due; a manager decides")
    @PostMapping("/extend")
    CaseBody extend(@PathVariable String number, @RequestBody VerbBody body) {
        VerbBody said = checked(body);
        if (said.until() == null) {
            throw Problem.invalid("until", "complaint.problem.until");
        }
        time.ask(number, said.until().toInstant(), said.reason() == null ? "" : said.reason());
        return now(number);
    }

    @Operation(summary = "Remind who holds the work, at most every ten minutes")
    @PostMapping("/nudge")
    CaseBody nudge(@PathVariable String number, @RequestBody(required = false) @Nullable VerbBody body) {
        checked(body);
        desk.nudge(number);
        return now(number);
    }

    @Operation(summary = "The customer takes the complaint back")
    @PostMapping("/withdraw")
    CaseBody withdraw(@PathVariable String number, @RequestBody VerbBody body) {
        VerbBody said = checked(body);
        desk.withdraw(number, said.version(), said.reason());
        return now(number);
    }

    @Operation(summary = "A case closed at most 14 days ago goes on with its accumulated clocks")
    @PostMapping("/reopen")
    CaseBody reopen(@PathVariable String number, @RequestBody VerbBody body) {
        VerbBody said = checked(body);
        desk.reopen(number, said.version(), said.reason());
        return now(number);
    }

    private CaseBody now(String number) {
        return CaseBody.of(cases.view(number).row(), clock.instant(), calendars.current().zone());
    }

    private static VerbBody checked(@Nullable VerbBody body) {
        if (body == null) {
            return VerbBody.NONE;
        }
        List<FieldProblem> problems = new ArrayList<>();
        ComplaintBody.refuse(problems, "", body.unknown());
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return body;
    }
}
