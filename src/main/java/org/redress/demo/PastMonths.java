package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.redress.callback.JobKind;
import org.redress.callback.Sampling;
import org.redress.callback.SamplingRule;
import org.redress.deadline.WorkingCalendar;
import org.redress.demo.PastJob.PastCall;
import org.redress.shared.Business;

/**
 * The work of fifteen months, drawn by a fixed seed: the same months are the same jobs on every machine. Alterations of the last full month go
 * wrong about ten times as often as before, so that a thematic call is proposed; repairs did so once, and something was done about it.
 */
final class PastMonths {

    static final int MONTHS = 15;
    private static final long SEED = 20_091_231;
    private static final int JOBS_A_MONTH = 430;
    /** Calls of jobs younger than this could still be open. */
    private static final Duration ENDED = Duration.ofDays(3);

    /** The working time in which even a hasty case of {@link PastCases} has come to its end. */
    private static final Duration CASE_ENDED = Duration.ofHours(6);

    /** @param share of a hundred jobs; @param failing of a thousand answers that are 不合格 in an ordinary month */
    private record Kind(int share, int failing) {
    }

    private static final Map<Business, Kind> KINDS = new EnumMap<>(Map.of(
            Business.COUNTER_SERVICE, new Kind(24, 10), Business.METER_READING, new Kind(18, 14), Business.REPAIR, new Kind(18, 20),
            Business.SAFETY_CHECK, new Kind(14, 14), Business.ALTERATION, new Kind(12, 20), Business.IGNITION, new Kind(9, 12),
            Business.EMERGENCY_REPAIR, new Kind(5, 12)));
    private static final int ALTERATIONS_GONE_WRONG = 210;
    /** What {@link DemoCampaign} looked into, so many months ago, and how often repairs fail since. */
    static final int REPAIRS_LATE_AGO = 8;
    private static final int REPAIRS_LATE = 120;
    private static final int REPAIRS_SINCE = 9;
    private static final Map<String, List<String>> EMPLOYEES = Map.of("repair-1", List.of("handler", "leader", "E-1103"),
            "repair-2", List.of("handler2", "leader2", "E-1207"), "hall-1", List.of("clerk", "E-2105"), "hall-2", List.of("clerk2", "E-2208"));
    private static final List<String> SUGGESTIONS = List.of("上门前请先打电话。", "希望周末也能预约。", "收费明细请写清楚。", "营业厅再多开一个窗口。", "Please send the report by e-mail.");

    private final SamplingRule rule;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final List<PastCustomer> customers = PastCustomer.all();
    private final Map<JobKind, SamplingRule.Rate> rates = new HashMap<>();
    private final List<PastJob> jobs = new ArrayList<>();
    private final Instant caseEnded;
    private final YearMonth thisMonth;
    private Random random = new Random(SEED);

    PastMonths(SamplingRule rule, WorkingCalendar calendar, Instant now) {
        this.rule = rule;
        this.calendar = calendar;
        this.now = now;
        this.caseEnded = calendar.minusWorking(now, CASE_ENDED);
        this.thisMonth = YearMonth.from(now.atZone(calendar.zone()));
    }

    List<PastJob> draw() {
        for (YearMonth month = thisMonth.minusMonths(MONTHS); !month.isAfter(thisMonth); month = month.plusMonths(1)) {
            random = new Random(SEED + month.getYear() * 12L + month.getMonthValue());
            long age = MONTHS - (thisMonth.getYear() * 12L + thisMonth.getMonthValue() - month.getYear() * 12L - month.getMonthValue());
            int count = JOBS_A_MONTH + (int) age * 6 + random.nextInt(50);
            for (int i = 0; i < count; i++) {
                job("WO-%s-%04d".formatted(month.toString().replace("-", ""), i + 1), month);
            }
        }
        return jobs;
    }

    private void job(String number, YearMonth month) {
        LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        Instant done = day.atTime(9 + random.nextInt(9), random.nextInt(60)).atZone(calendar.zone()).toInstant();
        Business business = business(random.nextInt(100));
        PastCustomer customer = customers.get(random.nextInt(customers.size()));
        boolean north = "north".equals(customer.area());
        boolean hall = business == Business.COUNTER_SERVICE || business == Business.METER_READING;
        String team = hall ? north ? "hall-1" : "hall-2" : north ? "repair-1" : "repair-2";
        List<String> employees = EMPLOYEES.get(team);
        String employee = employees.get(random.nextInt(employees.size()));
        boolean warranty = !hall && random.nextInt(7) == 0;
        SamplingRule.Rate rate = rates.computeIfAbsent(new JobKind(business, customer.segment(), warranty, team), rule::rate);
        int failing = failing(business, month) * (team.endsWith("1") ? 9 : 11) / 10;
        boolean sampled = Sampling.picks(number, rate.percent());
        PastCall call = sampled ? call(done, rate.windowDays(), customer, failing) : null;
        if (done.isBefore(now.minus(ENDED)) && (call == null || call.closedAt().isBefore("COMPLAINT".equals(call.state()) ? caseEnded : now))) {
            jobs.add(new PastJob(number, business, done, done.minus(Duration.ofMinutes(30 + random.nextInt(150))), team, employee, customer, warranty,
                    rate.percent(), rate.rule(), call));
        }
    }

    private int failing(Business business, YearMonth month) {
        if (business == Business.ALTERATION && month.equals(thisMonth.minusMonths(1))) {
            return ALTERATIONS_GONE_WRONG;
        }
        YearMonth looked = thisMonth.minusMonths(REPAIRS_LATE_AGO);
        if (business == Business.REPAIR && !month.isBefore(looked)) {
            return month.equals(looked) ? REPAIRS_LATE : month.isAfter(looked.plusMonths(1)) ? REPAIRS_SINCE : KINDS.get(business).failing();
        }
        return KINDS.get(business).failing();
    }

    private static Business business(int draw) {
        int sum = 0;
        for (Business business : Business.values()) {
            sum += KINDS.get(business).share();
            if (draw < sum) {
                return business;
            }
        }
        throw new IllegalStateException("the shares make a hundred");
    }

    private PastCall call(Instant done, int windowDays, PastCustomer customer, int failing) {
        Instant end = done.plus(Duration.ofDays(windowDays));
        int fate = random.nextInt(1000);
        int grade = random.nextInt(1000);
        int tries = 1 + (random.nextInt(100) < 22 ? 1 : 0) + (random.nextInt(100) < 6 ? 1 : 0);
        Duration soon = Duration.ofMinutes(1200 + random.nextInt(4 * 1440));
        boolean kept = random.nextInt(100) < (grade < failing ? 45 : 96);
        String suggestion = random.nextInt(100) < 5 ? SUGGESTIONS.get(random.nextInt(SUGGESTIONS.size())) : null;
        String agent = random.nextBoolean() ? "agent" : "agent2";
        if (customer.phone() == null) {
            return ended("NO_PHONE", null, end, List.of(), null, done);
        }
        if (customer.doNotCall()) {
            return ended("DO_NOT_CALL", null, end, List.of(), null, done);
        }
        if (fate < 18) {
            return ended("LAPSED", "LAPSED", end, fate < 6 ? tries(done, soon, 1) : List.of(), agent, end);
        }
        if (fate < 75) {
            List<Instant> attempts = tries(done, soon.plusDays(2), 3);
            return ended("NOT_REACHED", "NOT_REACHED", end, attempts, agent, attempts.get(2));
        }
        List<Instant> attempts = tries(done, soon, tries);
        String rating = rating(grade, failing);
        String outcome = rating == null ? "UNRATED" : switch (rating) {
            case "FAIL" -> "DISSATISFIED";
            case "FAIR", "PASS" -> "NEUTRAL";
            default -> "SATISFIED";
        };
        return new PastCall("FAIL".equals(rating) ? "COMPLAINT" : "EVALUATED", outcome, end, attempts, true, kept, rating, suggestion, agent,
                attempts.get(attempts.size() - 1));
    }

    /** The shares of the seed's table: most are 良好, a tenth does not rate. */
    private static @Nullable String rating(int grade, int failing) {
        if (grade < failing) {
            return "FAIL";
        }
        return switch ((grade - failing) / 10) {
            case 0 -> "FAIR";
            case 1 -> grade % 2 == 0 ? "PASS" : "FAIR";
            case 2, 3, 4, 5, 6, 7 -> "EXCELLENT";
            case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 -> null;
            default -> "GOOD";
        };
    }

    private static PastCall ended(String state, @Nullable String outcome, Instant end, List<Instant> attempts, @Nullable String agent, Instant at) {
        return new PastCall(state, outcome, end, attempts, false, null, null, null, agent, at);
    }

    private List<Instant> tries(Instant done, Duration until, int number) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            moments.add(calendar.nextWorking(done.plus(until.multipliedBy(i).dividedBy(number))));
        }
        return moments;
    }
}
