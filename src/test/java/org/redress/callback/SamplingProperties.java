package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SamplingProperties {

    @Property
    void aHigherRateKeepsWhatALowerOnePicked(@ForAll @StringLength(min = 1, max = 100) String job, @ForAll @IntRange(max = 100) int low,
            @ForAll @IntRange(max = 100) int high) {
        if (low <= high && Sampling.picks(job, low)) {
            assertThat(Sampling.picks(job, high)).isTrue();
        }
    }

    /** Four standard deviations of a fair draw among 20,000 jobs. */
    @Property(tries = 50)
    void theShareIsTheRate(@ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(max = 1000) int year) {
        int jobs = 20_000;
        long picked = IntStream.range(0, jobs).filter(n -> Sampling.picks("J" + year + "-" + n, percent)).count();
        double rate = percent / 100.0;
        assertThat(picked / (double) jobs).isCloseTo(rate, org.assertj.core.data.Offset.offset(4 * Math.sqrt(rate * (1 - rate) / jobs)));
    }
}
