package org.redress.complaint.web;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseFilter;
import org.redress.complaint.CaseListRow;
import org.redress.complaint.CaseReader;
import org.redress.complaint.CaseSearch;
import org.redress.complaint.CaseState;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockReading;
import org.redress.deadline.LedgerEvent;
import org.redress.deadline.LedgerLine;
import org.redress.deadline.Severity;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Complaints over HTTP: capture, read, list. What may be done to them is in {@link CaseVerbApi}. */
@RestController
@RequestMapping("/api/v1/complaints")
@Tag(name = "Complaints")
class ComplaintApi {

    private static final int MOST = 200;

    private final ComplaintIntake intake;
    private final CaseReader cases;
    private final CaseSearch search;
    private final EventTexts texts;
    private final ClockTexts clocks;
    private final ClockSentence why;
    private final Calendars calendars;
    private final Clock clock;

    ComplaintApi(ComplaintIntake intake, CaseReader cases, CaseSearch search, EventTexts texts, ClockTexts clocks, ClockSentence why,
            Calendars calendars, Clock clock) {
        this.intake = intake;
        this.cases = cases;
        this.search = search;
        this.texts = texts;
        this.clocks = clocks;
        this.why = why;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Operation(summary = "Capture a complaint and start its process")
    @PostMapping
    ResponseEntity<CaseBody> capture(@RequestBody ComplaintBody body, UriComponentsBuilder uri) {
        String number = intake.capture(body.toComplaint()).number();
        URI location = uri.path("/api/v1/complaints/{number}").build(number);
        // Who may capture may not always see: the answer is the case as it was just written.
        return ResponseEntity.created(location).body(body(cases.captured(number)));
    }

    @Operation(summary = "One case with its clocks")
    @GetMapping("/{number}")
    CaseBody read(@PathVariable String number) {
        return body(cases.view(number).row());
    }

    @Operation(summary = "Cases the caller may see, newest first")
    @GetMapping
    Page list(@RequestParam(required = false) @Nullable Set<CaseState> state, @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Severity severity, @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(defaultValue = "false") boolean overdue, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime receivedFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime receivedTo,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "complaint.problem.range", 1, MOST);
        }
        CaseFilter filter = new CaseFilter(q, state == null ? Set.of() : state, team, severity, channel, overdue,
                receivedFrom == null ? null : receivedFrom.toInstant(), receivedTo == null ? null : receivedTo.toInstant());
        Slice<CaseListRow> rows = search.list(filter, Cursor.decode(cursor), limit);
        return new Page(rows.items().stream().map(this::body).toList(), rows.next());
    }

    @Operation(summary = "Everything that happened, newest first; text in the language asked for")
    @GetMapping("/{number}/timeline")
    Timeline timeline(@PathVariable String number, Locale locale) {
        return new Timeline(cases.timeline(number).stream()
                .map(entry -> new Event(CaseBody.at(entry.at(), calendars.current().zone()), entry.actor(), entry.kind(), entry.internal(),
                        entry.data(), texts.of(entry, locale)))
                .toList(), null);
    }

    @Operation(summary = "The ledger of one clock: why it is due when it is due")
    @GetMapping("/{number}/clocks/{kind}")
    Ledger ledger(@PathVariable String number, @PathVariable ClockKind kind, Locale locale) {
        ClockReading reading = cases.clocks(number).stream().filter(each -> each.kind() == kind).findFirst()
                .orElseThrow(() -> Problem.notFound("complaint.problem.noClock", number));
        return new Ledger(reading.lines().stream().map(line -> line(line, locale)).toList(), null, why.sentence(reading, locale));
    }

    private CaseBody body(CaseListRow row) {
        return CaseBody.of(row, clock.instant(), calendars.current().zone());
    }

    private Line line(LedgerLine line, Locale locale) {
        return new Line(CaseBody.at(line.at(), calendars.current().zone()), line.what(), line.minutes(), line.totalMinutes(), clocks.calendarNote(line, locale),
                CaseBody.at(line.dueAt(), calendars.current().zone()), line.note());
    }

    record Page(List<CaseBody> items, @Nullable String next) {
    }

    record Timeline(List<Event> items, @Nullable String next) {
    }

    record Event(OffsetDateTime at, String actor, String kind, boolean internal, Map<String, Object> data, String text) {
    }

    /** @param why the sentence that explains the due moment, in the language asked for */
    record Ledger(List<Line> items, @Nullable String next, String why) {
    }

    /**
     * @param totalMinutes running total from the beginning to the due moment after this line
     * @param calendarNote holidays and make-up days the added time runs across, in words; empty where there are none */
    record Line(OffsetDateTime at, LedgerEvent what, long minutes, long totalMinutes, String calendarNote, OffsetDateTime dueAt, @Nullable String note) {
    }
}
