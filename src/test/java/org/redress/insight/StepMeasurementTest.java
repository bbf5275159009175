package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.deadline.Calendars;
import org.redress.insight.BoardData.Case;
import org.redress.insight.StageTimes.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** Measured times agree with an oracle that counts minute by minute. */
class StepMeasurementTest extends RedressTest {

    private static final String STEP = "userTask_resolveComplaint";

    @Autowired
    private StepMeasurement measurement;

    @Autowired
    private Calendars calendars;

    @Test
    void halfAndFourFifthsOfWhatWasDone() {
        Random random = new Random(3);
        BoardData data = new BoardData(jdbc);
        BoardOracle oracle = new BoardOracle(clock.instant(), calendars.current());
        Map<String, List<Long>> took = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            Instant entered = clock.instant().minusSeconds(60L * (5_000 + random.nextInt(100_000)));
            Visit visit = new Visit(STEP, entered, entered.plusSeconds(60L * random.nextInt(4_000)));
            String severity = i % 5 == 0 ? "S1" : "S3";
            Case one = data.add("CLOSED", severity, "repair-1", List.of(), List.of(visit), null);
            long minutes = oracle.minutes(one).getOrDefault(Stage.WORK, 0L);
            took.computeIfAbsent("", unused -> new ArrayList<>()).add(minutes);
            took.computeIfAbsent(severity, unused -> new ArrayList<>()).add(minutes);
        }
        Instant old = clock.instant().minusSeconds(86_400L * 300);
        data.add("CLOSED", "S3", "repair-1", List.of(), List.of(new Visit(STEP, old, old.plusSeconds(86_400L * 30))), null);
        data.add("IN_PROGRESS", "S3", "repair-1", List.of(), List.of(new Visit(STEP, clock.instant().minusSeconds(86_400), null)), null);

        measurement.run();
        measurement.run();

        Map<String, int[]> measured = new TreeMap<>();
        jdbc.sql("select severity, samples, p50_minutes, p80_minutes from step_time where task_key = ?").param(STEP).query(row -> {
            measured.put(row.getString("severity"), new int[] {row.getInt("samples"), row.getInt("p50_minutes"), row.getInt("p80_minutes")});
        });
        assertThat(measured.keySet()).isEqualTo(took.keySet());
        took.forEach((severity, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            int[] row = measured.get(severity);
            assertThat(row[0]).isEqualTo(sorted.size());
            assertThat((long) row[1]).as("half " + severity).isBetween(sorted.get(sorted.size() / 2 - 1) - 1, sorted.get(sorted.size() / 2 - 1) + 1);
            assertThat((long) row[2]).as("four fifths " + severity).isBetween(at80(sorted) - 1, at80(sorted) + 1);
        });
    }

    /** So many that four fifths are no longer. */
    private static long at80(List<Long> sorted) {
        return sorted.stream().filter(each -> sorted.stream().filter(other -> other <= each).count() * 5 >= sorted.size() * 4L).findFirst().orElseThrow();
    }
}
