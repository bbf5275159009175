package org.redress.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up company: the same hours told once to the product and once to the oracle. */
final class RandomCalendar {

    static final int DAYS = 200;
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");

    final ZoneId zone;
    final LocalDate from;
    final CompanyCalendar company;
    final WorkingCalendar calendar;
    final SlowOracle oracle;
    final SlowOracle.Wall wall;

    RandomCalendar(Random random) {
        this(random, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)));
    }

    private RandomCalendar(Random random, ZoneId zone, LocalDate from) {
        this(random, zone, from, SlowOracle.Wall.of(zone, from, DAYS));
    }

    /** Another version of the same company. */
    RandomCalendar again(Random random) {
        return new RandomCalendar(random, zone, from, wall);
    }

    private RandomCalendar(Random random, ZoneId zone, LocalDate from, SlowOracle.Wall wall) {
        this.zone = zone;
        this.from = from;
        this.wall = wall;
        Map<DayOfWeek, List<Slot>> week = new EnumMap<>(DayOfWeek.class);
        SlowOracle.Hours[] same = new SlowOracle.Hours[7];
        for (DayOfWeek day : DayOfWeek.values()) {
            int[] hours = day.getValue() < 6 || random.nextInt(4) == 0 ? hours(random) : new int[0];
            same[day.getValue() - 1] = new SlowOracle.Hours(hours);
            week.put(day, slots(hours));
        }
        List<SpecialDay> days = new ArrayList<>();
        Map<LocalDate, SlowOracle.Hours> sameDays = new HashMap<>();
        for (LocalDate date = from; date.isBefore(from.plusDays(DAYS)); date = date.plusDays(1)) {
            int[] hours = random.nextBoolean() ? new int[0] : hours(random);
            if (random.nextInt(8) == 0) {
                sameDays.put(date, new SlowOracle.Hours(hours));
                days.add(new SpecialDay(date, hours.length == 0 ? DayKind.HOLIDAY : DayKind.HALF_DAY, slots(hours), "特殊日", "special"));
            }
        }
        company = new CompanyCalendar(zone, new WorkingWeek(week), days, List.of(), List.of());
        calendar = company.of(null, null);
        oracle = new SlowOracle(wall, same, sameDays);
    }

    /** Office hours, one long shift, two odd slots, a night shift across the hours that daylight saving moves, or around the clock. */
    private static int[] hours(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new int[] {510, 720, 810, 1050};
            case 2 -> new int[] {420 + random.nextInt(120), 900 + random.nextInt(120)};
            case 3 -> new int[] {300, 300 + 1 + random.nextInt(200), 600, 601 + random.nextInt(600)};
            case 4 -> new int[] {60, 60 + 30 + random.nextInt(300)};
            default -> new int[] {0, 1440};
        };
    }

    private static List<Slot> slots(int[] hours) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < hours.length; i += 2) {
            slots.add(new Slot(LocalTime.ofSecondOfDay(hours[i] * 60L), LocalTime.ofSecondOfDay(hours[i + 1] * 60L % 86_400)));
        }
        return slots;
    }
}
