package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.Channel;
import org.redress.complaint.WaitingFor;
import org.redress.escalation.ClockCheck;
import org.redress.escalation.EscalationWorkflow;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.shared.importer.SharedData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real week of a service desk goes through the real engine under a moved clock: waits are pauses, other groups are transfers, work after
 * the resolution is rework or a reopened case. After every event the state is compared with the log's own. All cases:
 * {@code -Dredress.replay=1686}. Data: Amaral, Fantinato, Peres 2018, doi 10.24432/C57S4H, CC BY 4.0.
 */
class ReplayTest extends LoopTest {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayTest.class);
    private static final int CASES = Integer.getInteger("redress.replay", 25);
    /** From Monday to Monday, so that weekdays stay what they were. */
    private static final Duration SHIFT = Duration.ofDays(3_654);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
    private static final int STATE = 1;
    private static final int UPDATED = 11;
    private static final int SYMPTOM = 16;
    private static final int GROUP = 20;

    private static final Map<String, Set<String>> MEANS = Map.of("New", Set.of("TRIAGE", "ASSIGNED"), "Active", Set.of("IN_PROGRESS"),
            "Awaiting User Info", Set.of("WAITING_CUSTOMER"), "Awaiting Problem", Set.of("WAITING_THIRD_PARTY"),
            "Awaiting Vendor", Set.of("WAITING_THIRD_PARTY"), "Awaiting Evidence", Set.of("WAITING_THIRD_PARTY"),
            "Resolved", Set.of("RESOLVED", "RECALL_DUE"), "Closed", Set.of("CLOSED"));

    @Autowired
    CaseLadder ladder;

    @Autowired
    EscalationWorkflow workflow;

    @Autowired
    ClockCheck check;

    @Autowired
    PlatformTransactionManager transactions;

    private record Event(String incident, String state, String group, Instant at, String symptom) {
    }

    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> disagreeing = new HashSet<>();
    private final Map<String, Integer> differences = new TreeMap<>();
    private int agreed;

    @Test
    void aRealWeek() throws IOException {
        List<Event> events = events();
        events.stream().map(Event::group).distinct().forEach(this::team);
        for (Event event : events) {
            clock.set(event.at());
            jobs.runDue();
            follow(event);
        }
        long cases = numbers.size();
        LOG.info("Replay: {} events of {} cases; {} events agree, {} cases agree at every event; the ladder fired {} steps on {} clocks; differing: {}",
                events.size(), cases, agreed, cases - disagreeing.size(), count("select count(*) from ladder_step where cause = 'SHARE'"),
                count("select count(*) from (select distinct complaint_id, clock, round from ladder_step where cause = 'SHARE') c"), differences);
        assertThat(check.check().drifts()).isEmpty();
        assertThat(agreed).as("of %d events, %s", events.size(), differences).isGreaterThan(events.size() * 95 / 100);
        assertThat(count("select count(*) from ladder_step")).isPositive();
    }

    private List<Event> events() throws IOException {
        String text = new String(SharedData.read("servicenow_incident_events_2016w12.csv"), StandardCharsets.UTF_8);
        Map<String, List<Event>> byIncident = new LinkedHashMap<>();
        text.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> byIncident.computeIfAbsent(cells[0], any -> new ArrayList<>())
                .add(new Event(cells[0], cells[STATE], cells[GROUP], LocalDateTime.parse(cells[UPDATED], MOMENT).atZone(clock.getZone()).toInstant().plus(SHIFT),
                        cells[SYMPTOM])));
        return byIncident.values().stream().limit(CASES).flatMap(List::stream).sorted(Comparator.comparing(Event::at)).toList();
    }

    private void follow(Event event) {
        String number = numbers.computeIfAbsent(event.incident(), any -> as("intake", () -> intake.capture(CaptureComplaint.by(Channel.HOTLINE)
                .summary(event.symptom()).words(event.symptom()).category("gas.billing.reading").build()).number()));
        try {
            group(number, event.group());
            become(number, event.state());
        } catch (Problem refused) {
            differences.merge("refused: " + refused.key(), 1, Integer::sum);
        }
        String state = stateOf(number);
        if (MEANS.get(event.state()).contains(state)) {
            agreed++;
        } else {
            disagreeing.add(number);
            differences.merge(event.state() + " is " + state, 1, Integer::sum);
        }
    }

    private void group(String number, String group) {
        if (group.equals("?")) {
            return;
        }
        String team = code(group);
        String state = stateOf(number);
        String now = jdbc.sql("select coalesce(team, '') from complaint where number = ?").param(number).query(String.class).single();
        if (state.equals("TRIAGE")) {
            done("specialist", number, "triageComplaint", "decision", "ASSIGN", "team", team, "category", "gas.billing.reading");
        } else if (!now.equals(team) && Set.of("ASSIGNED", "IN_PROGRESS", "WAITING_CUSTOMER", "WAITING_THIRD_PARTY").contains(state)) {
            as("manager", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                ladder.transfer(idOf(number), team, "as the log has it");
                workflow.transferred(idOf(number), number, team);
            }));
        }
    }

    private void become(String number, String wanted) {
        switch (wanted) {
            case "New" -> {
                // as captured
            }
            case "Active" -> work(number);
            case "Resolved" -> resolved(number);
            case "Closed" -> {
                resolved(number);
                if (stateOf(number).equals("RESOLVED")) {
                    accept(number);
                    recall("agent", number, true);
                }
            }
            default -> {
                WaitingFor whom = wanted.equals("Awaiting User Info") ? WaitingFor.CUSTOMER : WaitingFor.THIRD_PARTY;
                if (!stateOf(number).equals("WAITING_" + whom)) {
                    work(number);
                    as("specialist", () -> cases.pause(number, null, whom, wanted));
                }
            }
        }
    }

    private void resolved(String number) {
        if (Set.of("RESOLVED", "RECALL_DUE", "CLOSED").contains(stateOf(number))) {
            return;
        }
        work(number);
        if (stateOf(number).equals("IN_PROGRESS")) {
            resolve(worker(number), number);
        }
    }

    /** Whatever stands between the case and work on it. */
    private void work(String number) {
        switch (stateOf(number)) {
            case "WAITING_CUSTOMER", "WAITING_THIRD_PARTY" -> as("specialist", () -> cases.resume(number, null, "goes on"));
            case "RESOLVED" -> done("specialist", number, "reviewResolution", "decision", "REWORK", "reason", "goes on");
            case "CLOSED" -> as("specialist", () -> cases.reopen(number, null, "came back"));
            default -> {
                // nothing does
            }
        }
        if (stateOf(number).equals("ASSIGNED")) {
            done(worker(number), number, "signForCase", "decision", "SIGN");
        }
    }

    private String worker(String number) {
        return "of-" + jdbc.sql("select team from complaint where number = ?").param(number).query(String.class).single();
    }

    private void team(String group) {
        if (!group.equals("?")) {
            String code = code(group);
            Organisation company = organisation;
            company.ensureTeam(code, new Bilingual(group, group), "service");
            company.save(new Person("of-" + code, new Bilingual(group, group), null, null, true, Set.of(Role.TEAM_MEMBER), Set.of(code), Set.of()));
        }
    }

    private static String code(String group) {
        return group.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
