package org.redress.studio;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.Why;

/** Port: tries changed decision tables on what was asked of them for real (真实输入). Nothing is written. */
public interface DecisionTrials {

    /** How many of the newest inputs a table is tried on. */
    int INPUTS = 500;

    /**
     * One for each decision in the files.
     *
     * @param now   what is in force
     * @param then  what would be
     * @param files names of decision files that differ; others are passed over
     */
    List<Trial> of(ModelSet now, ModelSet then, Collection<String> files);

    /**
     * A table on real inputs.
     *
     * @param asked    how many inputs it was tried on
     * @param same     for how many it says the same
     * @param shifts   how many went from one outcome to another, the most first
     * @param changed  every input with another outcome, the newest first
     * @param problems why it could not be tried, or not on all
     */
    record Trial(String file, String decision, Bilingual name, int asked, int same, List<Shift> shifts, List<Changed> changed, List<Why> problems) {
    }

    record Shift(Outcome now, Outcome then, int count) {
    }

    /** @param subject number of the case, or the job; null when it is not known @param inputs in short */
    record Changed(@Nullable String subject, Instant at, String inputs, Outcome now, Outcome then) {
    }

    /** @param text what it says; empty for anything but an answer */
    record Outcome(Told told, String text) {
    }

    /** Whether there was an answer. */
    enum Told {
        /** 有结果 */ ANSWER,
        /** 无规则命中 */ NO_RULE,
        /** 出错 */ ERROR,
        /** 没有这张表 */ NO_TABLE
    }
}
