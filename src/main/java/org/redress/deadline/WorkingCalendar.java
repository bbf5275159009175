package org.redress.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the company works (工作日历): a week, special days, suspensions and a time zone. Immutable and safe across daylight saving.
 *
 * <p><b>Hours and days differ.</b> Business hours count working time. <i>n</i> business days after a moment is the same time of
 * day on the n-th working day after it: 2 bd after Friday 16:00 is Tuesday 16:00. A start outside working time counts from the
 * next working moment. Where that time of day does not work on the target day (lunch, after the end of a half day) the last
 * working moment before it holds, or the opening of a day that starts later; no working time lies between the two.
 *
 * <p>A calendar that has no working time for more than a year is refused with {@link CalendarException}.
 */
public record WorkingCalendar(ZoneId zone, WorkingWeek week, Map<LocalDate, SpecialDay> specialDays, List<Suspension> suspensions) {

    private static final int LONGEST_CLOSURE_DAYS = 366;

    public WorkingCalendar {
        specialDays = Map.copyOf(specialDays);
        suspensions = suspensions.stream().sorted(Comparator.comparing(Suspension::from)).toList();
        boolean works = !week.ordinaryDay().isEmpty() || specialDays.values().stream().anyMatch(day -> !day.slots().isEmpty());
        if (!works) {
            throw new CalendarException("deadline.calendar.noWorkingTime");
        }
    }

    public static WorkingCalendar of(ZoneId zone, WorkingWeek week, Collection<SpecialDay> specialDays) {
        return new WorkingCalendar(zone, week, byDate(specialDays), List.of());
    }

    /** This calendar without the working time of these stretches, whatever area or kind they name. */
    public WorkingCalendar suspended(List<Suspension> stretches) {
        return new WorkingCalendar(zone, week, specialDays, stretches);
    }

    /** Works every moment of every day; what the clocks of the gravest severity keep. */
    public static WorkingCalendar always(ZoneId zone) {
        return new WorkingCalendar(zone, WorkingWeek.always(), Map.of(), List.of());
    }

    /** This calendar, or the one around the clock in the same zone for a severity that knows no closing time. */
    public WorkingCalendar forSeverity(Severity severity) {
        return severity.aroundTheClock() ? always(zone) : this;
    }

    public boolean isWorking(Instant moment) {
        return spans(date(moment)).stream().anyMatch(span -> !moment.isBefore(span.from()) && moment.isBefore(span.to()));
    }

    /** Whether any working time of the day is left when what is suspended is taken away. */
    public boolean isWorkingDay(LocalDate date) {
        return !spans(date).isEmpty();
    }

    /** The moment itself if it works, otherwise the next one that does. */
    public Instant nextWorking(Instant moment) {
        LocalDate date = date(moment);
        for (int idle = 0; idle <= LONGEST_CLOSURE_DAYS; idle++, date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                if (span.to().isAfter(moment)) {
                    return Moments.later(moment, span.from());
                }
            }
        }
        throw closed(moment);
    }

    /** The moment itself if it works or ends a slot, otherwise the last end of working time before it. */
    public Instant lastWorking(Instant moment) {
        LocalDate date = date(moment);
        for (int idle = 0; idle <= LONGEST_CLOSURE_DAYS; idle++, date = date.minusDays(1)) {
            Span span = lastBefore(spans(date), moment);
            if (span != null) {
                return Moments.earlier(moment, span.to());
            }
        }
        throw closed(moment);
    }

    /** Working time from one moment to another; negative when {@code to} is the earlier one. */
    public Duration workingTime(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTime(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = date(to);
        for (LocalDate date = date(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant start = Moments.later(from, span.from());
                Instant end = Moments.earlier(to, span.to());
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    /** The earliest moment with this much working time behind it; no working time at all leaves {@code from} as it is. */
    public Instant plusWorking(Instant from, Duration time) {
        Duration left = notNegative(time);
        LocalDate date = date(from);
        for (int idle = 0; !left.isZero(); idle++, date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant start = Moments.later(from, span.from());
                if (start.isBefore(span.to())) {
                    idle = 0;
                    Duration room = Duration.between(start, span.to());
                    if (left.compareTo(room) <= 0) {
                        return start.plus(left);
                    }
                    left = left.minus(room);
                }
            }
            refuseEndlessClosure(idle, from);
        }
        return from;
    }

    /** The latest moment with this much working time ahead of it until {@code to}. */
    public Instant minusWorking(Instant to, Duration time) {
        Duration left = notNegative(time);
        LocalDate date = date(to);
        for (int idle = 0; !left.isZero(); idle++, date = date.minusDays(1)) {
            List<Span> spans = spans(date);
            for (int i = spans.size() - 1; i >= 0; i--) {
                Span span = spans.get(i);
                Instant end = Moments.earlier(to, span.to());
                if (span.from().isBefore(end)) {
                    idle = 0;
                    Duration room = Duration.between(span.from(), end);
                    if (left.compareTo(room) <= 0) {
                        return end.minus(left);
                    }
                    left = left.minus(room);
                }
            }
            refuseEndlessClosure(idle, to);
        }
        return to;
    }

    /** When a budget that begins at {@code start} is used up. */
    public Instant plus(Instant start, Budget budget) {
        return switch (budget.unit()) {
            case MINUTES -> start.plus(Duration.ofMinutes(budget.amount()));
            case HOURS -> start.plus(Duration.ofHours(budget.amount()));
            case BUSINESS_HOURS -> plusWorking(start, Duration.ofHours(budget.amount()));
            case BUSINESS_DAYS -> later(start, days -> days.shiftDays(days.nextWorking(start), budget.amount(), 1));
        };
    }

    /** The moment that lies a budget before {@code end}. */
    public Instant minus(Instant end, Budget budget) {
        return switch (budget.unit()) {
            case MINUTES -> end.minus(Duration.ofMinutes(budget.amount()));
            case HOURS -> end.minus(Duration.ofHours(budget.amount()));
            case BUSINESS_HOURS -> minusWorking(end, Duration.ofHours(budget.amount()));
            case BUSINESS_DAYS -> earlier(end, days -> days.shiftDays(days.lastWorking(end), budget.amount(), -1));
        };
    }

    /** As {@link #plus}, but a due moment that ends a slot keeps its time of day: 17:30 stays 17:30. */
    Instant extend(Instant due, Budget budget) {
        WorkingCalendar plain = unsuspended();
        boolean keepsTime = budget.unit() == BudgetUnit.BUSINESS_DAYS && plain.lastWorking(due).equals(due)
                && !due.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return keepsTime ? later(due, days -> days.shiftDays(due, budget.amount(), 1)) : plus(due, budget);
    }

    /** When to begin at the latest to finish by {@code due} with this much work ahead. */
    public Instant latestSafeStart(Instant due, Duration work) {
        return minusWorking(due, work);
    }

    /** The special days that lie on the way, both ends included: what explains a due moment to a person. */
    public List<SpecialDay> specialDaysBetween(Instant from, Instant to) {
        List<SpecialDay> found = new ArrayList<>();
        LocalDate last = date(to);
        for (LocalDate date = date(from); !date.isAfter(last); date = date.plusDays(1)) {
            SpecialDay day = specialDays.get(date);
            if (day != null) {
                found.add(day);
            }
        }
        return found;
    }

    /** The suspensions that lie on the way and take working time from it. */
    public List<Suspension> suspensionsBetween(Instant from, Instant to) {
        WorkingCalendar plain = unsuspended();
        return suspensions.stream().filter(stretch -> stretch.overlaps(from, to)
                && !plain.workingTime(Moments.later(from, stretch.from()), Moments.earlier(to, stretch.to())).isZero()).toList();
    }

    /** The stretches of working time between two moments, in their order; what is suspended is left out. */
    public List<Run> working(Instant from, Instant to) {
        List<Run> found = new ArrayList<>();
        LocalDate last = date(to);
        for (LocalDate date = date(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant start = Moments.later(from, span.from());
                Instant end = Moments.earlier(to, span.to());
                if (start.isBefore(end)) {
                    found.add(new Run(start, end));
                }
            }
        }
        return found;
    }

    /** The hours of one day; what is suspended of them is not left out. */
    public List<Slot> slots(LocalDate date) {
        SpecialDay special = specialDays.get(date);
        if (special == null) {
            return week.on(date.getDayOfWeek());
        }
        return special.kind() == DayKind.WORKDAY && special.slots().isEmpty() ? week.ordinaryDay() : special.slots();
    }

    /** Days are counted without suspensions; the working time lost to them on the way is added, as a pause would. */
    private Instant later(Instant start, Function<WorkingCalendar, Instant> reach) {
        WorkingCalendar plain = unsuspended();
        Instant reached = reach.apply(plain);
        return plusWorking(reached, lost(plain, start, reached));
    }

    private Instant earlier(Instant end, Function<WorkingCalendar, Instant> reach) {
        WorkingCalendar plain = unsuspended();
        Instant reached = reach.apply(plain);
        return minusWorking(reached, lost(plain, reached, end));
    }

    private Duration lost(WorkingCalendar plain, Instant from, Instant to) {
        return suspensions.isEmpty() ? Duration.ZERO : plain.workingTime(from, to).minus(workingTime(from, to));
    }

    private WorkingCalendar unsuspended() {
        return suspensions.isEmpty() ? this : new WorkingCalendar(zone, week, specialDays, List.of());
    }

    private Instant shiftDays(Instant moment, int days, int step) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDate date = local.toLocalDate();
        List<Span> spans = List.of();
        for (int left = days, idle = 0; left > 0; idle++) {
            date = date.plusDays(step);
            spans = spans(date);
            if (!spans.isEmpty()) {
                left--;
                idle = 0;
            }
            refuseEndlessClosure(idle, moment);
        }
        Instant wanted = Moments.reached(date.atTime(local.toLocalTime()), zone);
        Span span = lastBefore(spans, wanted);
        return span == null ? spans.get(0).from() : Moments.earlier(wanted, span.to());
    }

    private static @Nullable Span lastBefore(List<Span> spans, Instant moment) {
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (!spans.get(i).from().isAfter(moment)) {
                return spans.get(i);
            }
        }
        return null;
    }

    private List<Span> spans(LocalDate date) {
        List<Slot> slots = slots(date);
        List<Span> spans = slots.isEmpty() ? List.of() : Span.of(date, slots, zone);
        return suspensions.isEmpty() || spans.isEmpty() ? spans : Span.without(spans, suspensions);
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private void refuseEndlessClosure(int idle, Instant moment) {
        if (idle > LONGEST_CLOSURE_DAYS) {
            throw closed(moment);
        }
    }

    private CalendarException closed(Instant moment) {
        return new CalendarException("deadline.calendar.closed", date(moment));
    }

    private static Duration notNegative(Duration time) {
        if (time.isNegative()) {
            throw new CalendarException("deadline.calendar.negative", time);
        }
        return time;
    }

    static Map<LocalDate, SpecialDay> byDate(Collection<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::date, Function.identity(), (a, b) -> {
            throw new CalendarException("deadline.calendar.twice", a.date());
        }, TreeMap::new));
    }

    /** Short, because every clock reading carries its calendar into logs and test reports. */
    @Override
    public String toString() {
        return "WorkingCalendar[" + zone + ", " + week.ordinaryDay() + ", " + specialDays.size() + " special days, " + suspensions + "]";
    }
}
