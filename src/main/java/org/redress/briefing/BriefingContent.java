package org.redress.briefing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.PeriodKind;
import org.redress.shared.Bilingual;

/**
 * A briefing as it was drafted: sections of tables, with every number and every word in it, in both languages. Page, paper and workbook are
 * made of this and of nothing else, so they say the same, also years later.
 *
 * @param form         version of this record's shape
 * @param period       "2026-10" and the like, see {@link Period#code}
 * @param business     null for all of them
 * @param withoutCalls nobody was called in the period: there is no share of anything
 */
public record BriefingContent(int form, PeriodKind kind, LocalDate from, LocalDate to, String period, @Nullable Bilingual business,
        Instant countedAt, boolean withoutCalls, List<Section> sections) {

    /** The shape that is written now. */
    public static final int FORM = 1;

    public BriefingContent {
        sections = List.copyOf(sections);
    }

    /**
     * @param code     "teams"; what words of a person are kept under
     * @param findings what the numbers say, one sentence each
     * @param words    what the person who published it added; empty for nothing
     */
    public record Section(String code, Bilingual title, List<Bilingual> findings, List<Table> tables, String words) {

        public Section {
            findings = List.copyOf(findings);
            tables = List.copyOf(tables);
        }
    }

    /** @param chart null for a table that is read as it is */
    public record Table(String code, Bilingual caption, List<Column> columns, List<Row> rows, @Nullable Chart chart) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param how the formula, or what is counted */
    public record Column(String code, Bilingual name, Unit unit, Bilingual how) {
    }

    /** @param total the line that sums up the others, kept out of charts */
    public record Row(List<Cell> cells, boolean total) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Either a text or a number, or neither where nothing can be said.
     *
     * @param number a count, or a percentage with two decimals
     * @param rows   address of the rows behind the number; null where there are none to open
     */
    public record Cell(@Nullable Bilingual text, @Nullable BigDecimal number, @Nullable LocalDate day, @Nullable String rows) {

        /** Nothing to say: no answers, no year before. */
        public static final Cell NONE = new Cell(null, null, null, null);
    }

    /** How the first column is drawn against others of the same table. At most six series. */
    public record Chart(ChartKind kind, Bilingual finding, List<Integer> series, @Nullable BigDecimal target) {

        public Chart {
            series = List.copyOf(series);
        }
    }

    /** The drawings there are; no pie. */
    public enum ChartKind {
        /** Shares as marks on a scale, one line each. */ DOTS,
        LINE,
        /** Bars by size, and the share they make up together. */ PARETO
    }

    /** With the words of a person, by section. */
    BriefingContent with(Map<String, String> words) {
        return new BriefingContent(form, kind, from, to, period, business, countedAt, withoutCalls, sections.stream()
                .map(section -> new Section(section.code(), section.title(), section.findings(), section.tables(),
                        words.getOrDefault(section.code(), "").strip())).toList());
    }
}
