package org.redress.insight.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.insight.Flow.Loop;
import org.redress.insight.Flow.Steps;
import org.redress.insight.Flow.Way;
import org.redress.insight.Flow.Ways;
import org.redress.insight.FlowRows.Part;
import org.redress.insight.StepNumbers;
import org.springframework.stereotype.Component;

/** The numbers of the flow as rows of a table and as marks of a diagram: the same numbers, the same words. */
@Component
class FlowView {

    private static final int SHADES = 5;

    private final FlowTexts texts;

    FlowView(FlowTexts texts) {
        this.texts = texts;
    }

    /** @param href the cases behind it, null where there is none @param change against the other period, null where nothing is compared */
    record Cell(String text, @Nullable String href, String label, @Nullable String change) {
    }

    record Row(String element, String name, Cell visits, Cell standing, Cell standingLate, String p50, String p80, String p90, @Nullable String workChange,
            Cell waited, Cell late, Cell back, Cell broken) {
    }

    record LoopRow(String from, String to, Cell times) {
    }

    record WayRow(List<String> steps, Cell cases, String share, String late) {
    }

    /** @param then numbers of the other period, null where nothing is compared */
    List<Row> rows(FlowQuery asked, Map<String, String> names, Steps now, @Nullable Steps then, Locale locale) {
        return names.entrySet().stream().map(entry -> row(asked, entry.getKey(), entry.getValue(), of(now, entry.getKey()),
                then == null ? null : of(then, entry.getKey()), locale)).toList();
    }

    private Row row(FlowQuery asked, String element, String name, StepNumbers now, @Nullable StepNumbers then, Locale locale) {
        Cell late = new Cell(now.clocked() == 0 ? texts.share(null, locale)
                : texts.text("insight.flow.lateOf", locale, texts.share(now.lateShare(), locale), FlowTexts.count(now.late(), locale),
                        FlowTexts.count(now.clocked(), locale)),
                link(asked, Part.LATE, element, now.late()), label("late", name, locale), change(asked, FlowMeasure.LATE, now, then, locale));
        return new Row(element, name,
                cell(asked, Part.VISITS, element, name, "visits", now.visits(), change(asked, FlowMeasure.VISITS, now, then, locale), locale),
                cell(asked, Part.HERE, element, name, "standing", now.standing(), null, locale),
                cell(asked, Part.HERE_LATE, element, name, "standingLate", now.lateNow(), null, locale),
                texts.span(now.p50(), locale), texts.span(now.p80(), locale), texts.span(now.p90(), locale),
                change(asked, FlowMeasure.WORK, now, then, locale),
                new Cell(texts.span(now.waitEach(), locale), null, "", change(asked, FlowMeasure.WAIT, now, then, locale)), late,
                cell(asked, Part.BACK, element, name, "back", now.back(), change(asked, FlowMeasure.BACK, now, then, locale), locale),
                cell(asked, Part.BROKEN, element, name, "broken", now.broken(), null, locale));
    }

    List<LoopRow> loops(FlowQuery asked, Map<String, String> names, List<Loop> loops, Locale locale) {
        return loops.stream().map(loop -> {
            String from = name(names, loop.from());
            String to = name(names, loop.to());
            return new LoopRow(from, to, new Cell(FlowTexts.count(loop.times(), locale), asked.rows(asked.filter(), Part.BACK, loop.to(), loop.from()),
                    texts.text("insight.flow.loopLabel", locale, FlowTexts.count(loop.times(), locale), from, to), null));
        }).toList();
    }

    List<WayRow> ways(FlowQuery asked, Map<String, String> names, Ways ways, Locale locale) {
        List<WayRow> rows = new ArrayList<>();
        for (Way way : ways.ways()) {
            String count = FlowTexts.count(way.cases(), locale);
            rows.add(new WayRow(way.steps().stream().map(step -> name(names, step)).toList(),
                    new Cell(count, asked.rows(asked.filter(), Part.WAY, way.id(), null), texts.text("insight.flow.wayLabel", locale, count, rows.size() + 1), null),
                    FlowTexts.percent((double) way.cases() / ways.cases(), locale),
                    texts.text("insight.flow.lateOf", locale, FlowTexts.percent((double) way.late() / way.cases(), locale), FlowTexts.count(way.late(), locale),
                            count)));
        }
        return rows;
    }

    /** What the diagram draws: a shade and a note a step. */
    Map<String, Object> marks(FlowQuery asked, Map<String, String> names, Steps now, @Nullable Steps then, Locale locale) {
        double most = now.byElement().values().stream().map(step -> asked.measure().of(step, asked.percentile())).filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue).max().orElse(0);
        List<Map<String, String>> heat = new ArrayList<>();
        names.forEach((element, name) -> {
            StepNumbers step = of(now, element);
            Double value = asked.measure().of(step, asked.percentile());
            if (value == null) {
                return;
            }
            Double before = then == null ? null : asked.measure().of(of(then, element), asked.percentile());
            Map<String, String> mark = new LinkedHashMap<>();
            mark.put("id", element);
            mark.put("mark", then == null ? shade(value, most) : difference(FlowTexts.step(asked.measure(), value, before)));
            String words = words(asked, value, locale);
            mark.put("text", then == null ? words : texts.text("insight.flow.note.change", locale, words, texts.change(asked.measure(), value, before, locale)));
            mark.put("label", texts.text("insight.flow.note.open", locale, name, mark.get("text")));
            mark.put("href", asked.rows(asked.filter(), asked.measure() == FlowMeasure.BACK ? Part.BACK : asked.measure() == FlowMeasure.LATE ? Part.LATE
                    : Part.VISITS, element, null));
            heat.add(mark);
        });
        return Map.of("heat", heat);
    }

    private String words(FlowQuery asked, double value, Locale locale) {
        return switch (asked.measure()) {
            case VISITS -> texts.text("insight.flow.note.visits", locale, FlowTexts.count(Math.round(value), locale));
            case WORK -> texts.text("insight.flow.note.work", locale, asked.percentile(), texts.span(value, locale));
            case WAIT -> texts.text("insight.flow.note.wait", locale, texts.span(value, locale));
            case LATE -> texts.text("insight.flow.note.late", locale, FlowTexts.percent(value, locale));
            case BACK -> texts.text("insight.flow.note.back", locale, FlowTexts.count(Math.round(value), locale));
        };
    }

    private static String shade(double value, double most) {
        return "is-heat-" + (value <= 0 || most <= 0 ? 0 : (int) Math.ceil(value / most * SHADES));
    }

    private static String difference(int step) {
        return step == 0 ? "is-same" : step > 0 ? "is-more-" + step : "is-less-" + -step;
    }

    private Cell cell(FlowQuery asked, Part part, String element, String name, String key, long number, @Nullable String change, Locale locale) {
        return new Cell(FlowTexts.count(number, locale), link(asked, part, element, number), label(key, name, locale), change);
    }

    private static @Nullable String link(FlowQuery asked, Part part, String element, long number) {
        return number == 0 ? null : asked.rows(asked.filter(), part, element, null);
    }

    private String label(String key, String name, Locale locale) {
        return texts.text("insight.flow.of", locale, texts.text("insight.flow." + key, locale), name);
    }

    private @Nullable String change(FlowQuery asked, FlowMeasure measure, StepNumbers now, @Nullable StepNumbers then, Locale locale) {
        return then == null ? null : texts.change(measure, measure.of(now, asked.percentile()), measure.of(then, asked.percentile()), locale);
    }

    private static StepNumbers of(Steps steps, String element) {
        StepNumbers known = steps.byElement().get(element);
        return known == null ? new StepNumbers(element, 0, 0, 0, 0, 0, 0, 0, null, null, null, 0, 0) : known;
    }

    private static String name(Map<String, String> names, String element) {
        return names.getOrDefault(element, element);
    }
}
