package org.redress.process.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.redress.process.studio.table.Table;
import org.redress.process.studio.table.TableAnalysis;
import org.redress.process.studio.table.TableAnalysis.Overlap;

/**
 * A table decides every case, and each case once: no gaps and no overlaps where one rule is to hold, no rule that an earlier one always
 * forestalls, and something for everything else where the first one counts.
 */
final class TableRule implements DecisionFileRule {

    /** So many are named; whoever mends them sees the rest. */
    private static final int NAMED = 5;

    @Override
    public void check(DecisionFile file, Models models, House house, Findings found) {
        for (DecisionTable table : file.tables()) {
            Table plain = Tables.of(table, house);
            if (plain.rules().isEmpty()) {
                found.error(Tables.id(table), "table.empty");
                continue;
            }
            switch (plain.policy()) {
                case "UNIQUE", "ANY" -> {
                    TableAnalysis analysis = new TableAnalysis(plain, house::fits, false);
                    overlaps(plain, analysis.overlaps(), found, plain.policy().equals("ANY"));
                    gaps(table, analysis, found);
                    unexamined(Tables.id(table), analysis, found);
                }
                case "FIRST" -> first(table, plain, house, found);
                default -> {
                    // every rule that holds counts, and none is a result too
                }
            }
        }
    }

    private static void first(DecisionTable table, Table plain, House house, Findings found) {
        TableAnalysis analysis = new TableAnalysis(plain, house::fits, true);
        Map<String, Integer> numbers = numbers(plain);
        analysis.covered().forEach(rule -> found.error(rule, "table.neverReached", numbers.get(rule)));
        if (!analysis.hasCatchAll()) {
            List<String> gaps = new TableAnalysis(plain, house::fits, false).gaps();
            if (gaps.isEmpty()) { // what the words of the house leave is decided; a new word would not be
                found.warning(Tables.id(table), "table.noCatchAll");
            } else {
                found.error(Tables.id(table), "table.noDefault", named(gaps));
            }
        }
        unexamined(Tables.id(table), analysis, found);
    }

    private static void overlaps(Table table, List<Overlap> overlaps, Findings found, boolean sameIsFine) {
        Map<String, Integer> numbers = numbers(table);
        Map<String, List<String>> outcomes = new HashMap<>();
        table.rules().forEach(rule -> outcomes.put(rule.id(), rule.then()));
        for (Overlap overlap : overlaps) {
            if (!sameIsFine || !outcomes.get(overlap.first()).equals(outcomes.get(overlap.second()))) {
                found.error(overlap.second(), "table.overlap", numbers.get(overlap.second()), numbers.get(overlap.first()), overlap.example());
            }
        }
    }

    private static void gaps(DecisionTable table, TableAnalysis analysis, Findings found) {
        List<String> gaps = analysis.gaps();
        if (!gaps.isEmpty()) {
            found.error(Tables.id(table), "table.gap", named(gaps));
        }
    }

    private static void unexamined(String id, TableAnalysis analysis, Findings found) {
        analysis.unexamined().forEach(input -> found.warning(input, "table.computes"));
        if (analysis.isTooLarge()) {
            found.warning(id, "table.tooLarge");
        }
    }

    private static String named(List<String> gaps) {
        return String.join("; ", gaps.subList(0, Math.min(NAMED, gaps.size()))) + (gaps.size() > NAMED ? "; …" : "");
    }

    private static Map<String, Integer> numbers(Table table) {
        Map<String, Integer> numbers = new HashMap<>();
        table.rules().forEach(rule -> numbers.put(rule.id(), numbers.size() + 1));
        return numbers;
    }
}
