package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final List<String> JOBS = IntStream.rangeClosed(1, 20).mapToObj(n -> "WO-2026-" + n).toList();

    /** Worked out by another program (the first four bytes of SHA-256 modulo 10,000): another machine or a later version of the product must pick the same jobs. */
    @Test
    void picksTheSameJobsForEver() {
        assertThat(JOBS.stream().filter(job -> Sampling.picks(job, 25)))
                .containsExactly("WO-2026-3", "WO-2026-11", "WO-2026-15", "WO-2026-16", "WO-2026-17", "WO-2026-19");
    }

    @Test
    void nothingAtZeroAndAllAtAHundred() {
        assertThat(JOBS).noneMatch(job -> Sampling.picks(job, 0)).allMatch(job -> Sampling.picks(job, 100));
    }
}
