package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.redress.callback.CallWork;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.figure.GradeTables;
import org.redress.figure.PeriodKind;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.importer.SharedData;
import org.redress.worklist.OpenTask;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole chain with real rows: every request of Boston that was closed in 2024 is a service job of March 2026, done on the day of the month and at
 * the hour of its closing by the team of its queue; its reason stands for a kind of service. The sampling picks, two agents call all March, what
 * customers answer is drawn by {@value #SEED}, dissatisfied ones and complaints go through the loop, and what was not called until the middle of
 * April lapses. Each figure is counted a second time by this test from what it drew, not from the database.
 */
class BostonChainTest extends LoopTest {

    private static final long SEED = 20_240_311;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate OVER = LocalDate.of(2026, 4, 16);
    private static final List<LocalTime> HALF_DAYS = List.of(LocalTime.of(9, 30), LocalTime.of(14, 30));
    private static final int CALLS_A_HALF_DAY = 3;
    private static final int MOST_TRIES = 3;
    /** As domain.md wants it: what the sampling table says without VIP, warranty and teams of their own. */
    private static final Map<Business, Integer> RATES = Map.of(Business.ALTERATION, 100, Business.IGNITION, 100, Business.REPAIR, 100,
            Business.EMERGENCY_REPAIR, 100, Business.SAFETY_CHECK, 30, Business.COUNTER_SERVICE, 20, Business.METER_READING, 15);
    private static final Map<String, Business> KINDS = Map.ofEntries(Map.entry("Highway Maintenance", Business.REPAIR), Map.entry("Signs & Signals", Business.REPAIR),
            Map.entry("Street Lights", Business.REPAIR), Map.entry("Trees", Business.REPAIR), Map.entry("Park Maintenance & Safety", Business.REPAIR),
            Map.entry("Needle Program", Business.EMERGENCY_REPAIR), Map.entry("Animal Issues", Business.EMERGENCY_REPAIR),
            Map.entry("Environmental Services", Business.EMERGENCY_REPAIR), Map.entry("Enforcement & Abandoned Vehicles", Business.SAFETY_CHECK),
            Map.entry("Code Enforcement", Business.SAFETY_CHECK), Map.entry("Housing", Business.SAFETY_CHECK), Map.entry("Building", Business.SAFETY_CHECK),
            Map.entry("Street Cleaning", Business.COUNTER_SERVICE), Map.entry("Sanitation", Business.METER_READING), Map.entry("Recycling", Business.METER_READING),
            Map.entry("Graffiti", Business.ALTERATION));
    /** Requests that employees of the city raised: there is no customer to call. */
    private static final List<String> NOBODY_TO_CALL = List.of("City Worker App", "Employee Generated");

    @Autowired
    private ServiceJobs intakeOfJobs;

    @Autowired
    private CallWork calls;

    @Autowired
    private Figures figures;

    @Autowired
    private GradeTables gradeTables;

    private final Random random = new Random(SEED);
    private final Map<String, Line> lines = new TreeMap<>();
    private final List<String> openCases = new ArrayList<>();

    /** What the test itself knows of a job. */
    private static final class Line {

        private final ServiceJob job;
        private final boolean picked;
        private final boolean callable;
        private int tries;
        private boolean reached;
        private @Nullable String rating;
        private boolean kept;
        private boolean complaint;

        Line(ServiceJob job) {
            this.job = job;
            this.picked = bucket(String.valueOf(job.externalId())) < RATES.get(job.business()) * 100L;
            this.callable = job.customer() != null && job.customer().phone() != null;
        }

        boolean due() {
            return picked;
        }

        boolean gaveUp() {
            return !reached && tries >= MOST_TRIES;
        }

        boolean lapsed() {
            return picked && callable && !reached && !gaveUp();
        }

        boolean rated(String... grades) {
            return reached && rating != null && List.of(grades).contains(rating);
        }

        boolean opensCase() {
            return reached && (complaint || "FAIL".equals(rating));
        }

        private static long bucket(String number) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
                return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % 10_000;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void realRequestsGoThroughPlanCallsComplaintsAndFigures() throws IOException {
        List<ServiceJob> jobs = requests();
        assertThat(jobs).hasSizeBetween(250, 500);
        jobs.forEach(job -> lines.put(String.valueOf(job.externalId()), new Line(job)));
        for (LocalDate day = MARCH; day.isBefore(APRIL); day = day.plusDays(1)) {
            takeIn(jobs, day);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                workOnCases();
                HALF_DAYS.forEach(call(day)::accept);
            }
        }
        takeIn(jobs, APRIL);
        workOnCases();
        for (LocalDate day = APRIL.plusDays(1); !day.isAfter(OVER); day = day.plusDays(1)) {
            at(day, LocalTime.of(8, 0));
        }

        assertThat(jdbc.sql("select count(*) from follow_up_call where state = 'OPEN'").query(Integer.class).single()).isZero();
        assertThat(count(Line::due)).as("picked").isBetween(100, 300);
        assertThat(count(Line::lapsed)).as("some lapse").isPositive();
        assertThat(count(Line::opensCase)).as("some open a case").isGreaterThan(5);
        assertThat(openCases).isEmpty();
        assertThat(jdbc.sql("select state || ' ' || count(*) from complaint group by state").query(String.class).list()).containsExactly("CLOSED " + count(Line::opensCase));
        figuresAreWhatWasDrawn();
        tableIsWhatWasDrawn();
    }

    private void figuresAreWhatWasDrawn() {
        FigureQuery march = new FigureQuery(MARCH, APRIL);
        for (Optional<Business> business : businesses()) {
            FigureQuery query = business.map(each -> march.with(Dimension.BUSINESS, each.name())).orElse(march);
            Predicate<Line> here = line -> business.isEmpty() || business.get() == line.job.business();
            assertFigure(Figure.COVERAGE, query, here, line -> line.reached, Line::due);
            assertFigure(Figure.LAPSED_SHARE, query, here, Line::lapsed, Line::due);
            assertFigure(Figure.REACHED_SHARE, query, here, line -> line.reached, line -> line.tries > 0);
            assertFigure(Figure.SATISFACTION_PUBLISHED, query, here, line -> line.reached && !line.rated("FAIR", "PASS", "FAIL"), line -> line.reached);
            assertFigure(Figure.SATISFACTION_RATED, query, here, line -> line.rated("EXCELLENT", "GOOD"), line -> line.reached && line.rating != null);
            assertFigure(Figure.UNRATED_SHARE, query, here, line -> line.reached && line.rating == null, line -> line.reached);
            assertFigure(Figure.DISSATISFIED_RATE, query, here, line -> line.rated("FAIL"), line -> line.reached && line.rating != null);
            assertFigure(Figure.APPOINTMENT_KEPT, query, here, line -> line.reached && line.kept, line -> line.reached);
            assertFigure(Figure.COMPLAINTS_PER_1000_JOBS, query, here, Line::opensCase, line -> true);
        }
        Map<String, FigureValue> byTeam = new HashMap<>();
        for (FigureLine line : figures.by(Figure.COVERAGE, Dimension.TEAM, march)) {
            byTeam.put(line.code(), line.value());
        }
        Map<String, long[]> expected = new TreeMap<>();
        lines.values().stream().filter(Line::due).forEach(line -> {
            long[] counts = expected.computeIfAbsent(String.valueOf(line.job.team()), team -> new long[2]);
            counts[0] += line.reached ? 1 : 0;
            counts[1]++;
        });
        assertThat(expected).hasSizeGreaterThan(20).allSatisfy((team, counts) -> assertThat(byTeam.get(team)).as(team)
                .extracting(FigureValue::numerator, FigureValue::denominator).containsExactly(counts[0], counts[1]));
    }

    private void assertFigure(Figure figure, FigureQuery query, Predicate<Line> here, Predicate<Line> numerator, Predicate<Line> denominator) {
        assertThat(figures.total(figure, query).value()).as("%s %s", figure, query.only()).extracting(FigureValue::numerator, FigureValue::denominator)
                .containsExactly((long) count(here.and(numerator)), (long) count(here.and(denominator)));
    }

    private void tableIsWhatWasDrawn() {
        var table = gradeTables.table(PeriodKind.MONTH, MARCH, null);
        assertThat(table.total().called()).isEqualTo(count(line -> line.reached));
        assertThat(table.total().unrated()).isEqualTo(count(line -> line.reached && line.rating == null));
        for (String grade : List.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL")) {
            assertThat(table.total().counts().getOrDefault(grade, 0L)).as(grade).isEqualTo(count(line -> line.rated(grade)));
        }
        assertThat(table.total().flags()).as("as many answers as calls").isEmpty();
    }

    private static List<Optional<Business>> businesses() {
        List<Optional<Business>> all = new ArrayList<>(List.of(Optional.empty()));
        KINDS.values().stream().distinct().forEach(business -> all.add(Optional.of(business)));
        return all;
    }

    private int count(Predicate<Line> which) {
        return (int) lines.values().stream().filter(which).count();
    }

    /** Jobs of the day before, and what is due this morning. */
    private void takeIn(List<ServiceJob> jobs, LocalDate day) {
        at(day, LocalTime.of(8, 0));
        List<ServiceJob> yesterday = jobs.stream().filter(job -> day(job).equals(day.minusDays(1))).toList();
        if (!yesterday.isEmpty()) {
            var taken = actors.callAs(person("admin"), () -> intakeOfJobs.intake(yesterday));
            assertThat(taken.accepted()).isEqualTo(yesterday.size());
            assertThat(taken.rejected()).isEmpty();
        }
    }

    private java.util.function.Consumer<LocalTime> call(LocalDate day) {
        return begins -> {
            at(day, begins);
            for (int i = 0; i < CALLS_A_HALF_DAY; i++) {
                for (String agent : List.of("agent", "agent2")) {
                    clock.advance(Duration.ofMinutes(4));
                    Optional<OpenTask> next = as(agent, () -> calls.next(person(agent)));
                    next.ifPresent(task -> answer(agent, task));
                }
            }
        };
    }

    private void answer(String agent, OpenTask task) {
        String number = jdbc.sql("select j.external_id from follow_up_call c join service_job j on j.id = c.job_id where c.id = ?").param(task.subjectId())
                .query(String.class).single();
        Line line = lines.get(number);
        Map<String, Object> answers = new LinkedHashMap<>();
        line.tries++;
        line.reached = random.nextInt(100) < 72;
        answers.put("reached", line.reached);
        if (line.reached) {
            line.rating = rating();
            line.kept = random.nextInt(100) < 93;
            line.complaint = random.nextInt(100) < 4;
            answers.put("appointmentKept", line.kept);
            if (line.rating != null) {
                answers.put("rating", line.rating);
            }
            answers.put("complaint", line.complaint);
            if (line.complaint) {
                answers.put("complaintSummary", "Nobody told me when they would come");
            }
        }
        as(agent, () -> calls.complete(person(agent), task.id(), null, answers, null));
        jdbc.sql("select case_number from follow_up_call where id = ? and case_number is not null").param(task.subjectId()).query(String.class).optional()
                .ifPresent(openCases::add);
    }

    private @Nullable String rating() {
        int draw = random.nextInt(100);
        return draw < 10 ? null : draw < 14 ? "EXCELLENT" : draw < 78 ? "GOOD" : draw < 86 ? "FAIR" : draw < 90 ? "PASS" : "FAIL";
    }

    /** Each case of the day before is worked on to its end. */
    private void workOnCases() {
        for (String number : List.copyOf(openCases)) {
            assign(number, "repair-1");
            clock.advance(Duration.ofMinutes(1));
            done("handler", number, "signForCase", "decision", "SIGN");
            resolve("handler", number);
            accept(number);
            recall(jdbc.sql("select captured_by from complaint where number = ?").param(number).query(String.class).single().equals("agent") ? "agent2" : "agent",
                    number, true);
            openCases.remove(number);
        }
    }

    private void at(LocalDate day, LocalTime time) {
        Instant moment = day.atTime(time).atZone(MovableClock.ZONE).toInstant();
        if (moment.isAfter(clock.instant())) {
            clock.set(moment);
        }
        jobs.runDue();
    }

    private static LocalDate day(ServiceJob job) {
        return LocalDate.ofInstant(job.doneAt(), MovableClock.ZONE);
    }

    private List<ServiceJob> requests() throws IOException {
        clock.set(MARCH.atTime(7, 0).atZone(MovableClock.ZONE).toInstant());
        List<ServiceJob> jobs = new ArrayList<>();
        String file = new String(SharedData.read("boston311_requests.csv"), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("CLOSED_DT").startsWith("2024")) {
                    jobs.add(job(row));
                }
            }
        }
        return jobs;
    }

    private ServiceJob job(NamedCsvRecord row) {
        String closed = row.getField("CLOSED_DT");
        Instant done = MARCH.withDayOfMonth(Integer.parseInt(closed.substring(8, 10))).atTime(LocalTime.parse(closed.substring(11))).atZone(MovableClock.ZONE).toInstant();
        String queue = row.getField("QUEUE");
        String team = queue.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        organisation.ensureTeam(team, new Bilingual(queue, queue), "boston");
        boolean nobody = NOBODY_TO_CALL.contains(row.getField("Source"));
        String id = row.getField("CASE_ENQUIRY_ID");
        // 555-01 numbers belong to nobody
        var customer = new ServiceJob.JobCustomer(id, "Resident of " + row.getField("neighborhood"), nobody ? null : "+1 617-555-01%02d".formatted(Long.parseLong(id) % 100), null);
        return new ServiceJob(id, KINDS.getOrDefault(row.getField("REASON"), Business.IGNITION), done, null, team, "ward-" + row.getField("ward").replaceAll("\\D", ""),
                customer, false);
    }
}
