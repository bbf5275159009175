package org.redress.callback.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.callback.PlanCount;
import org.redress.callback.PlanRule;
import org.redress.organisation.Organisation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rules of a plan in the reader's words, with what was typed and what was counted. */
@Component
class PlanRows {

    private final MessageSource messages;
    private final Organisation organisation;

    PlanRows(MessageSource messages, Organisation organisation) {
        this.messages = messages;
        this.organisation = organisation;
    }

    /** @param count null where there are no jobs to count */
    record Row(int at, String name, String business, String segment, String warranty, String team, String rate, String window,
            PlanCount.@Nullable Line count) {
    }

    List<Row> of(List<PlanRule> rules, @Nullable PlanCount count, @Nullable PlanForm typed, Locale locale) {
        return IntStream.range(0, rules.size()).mapToObj(at -> row(at, rules.get(at), count, typed, locale)).toList();
    }

    private Row row(int at, PlanRule rule, @Nullable PlanCount count, @Nullable PlanForm typed, Locale locale) {
        String own = rule.own();
        return new Row(at, rule.name(),
                own != null ? own : words(rule.businesses().stream().map(Enum::name).sorted().map(name -> text("enum.Business." + name, locale)), locale),
                words(rule.segments().stream().map(Enum::name).sorted().map(name -> text("enum.Segment." + name, locale)), locale),
                words(Stream.ofNullable(rule.warranty()).map(warranty -> text("callback.plan.warranty." + warranty, locale)), locale),
                words(rule.teams().stream().sorted().map(team -> organisation.team(team).map(known -> known.name().in(locale)).orElse(team)), locale),
                typed(typed, "rate-" + at, rule.rate()), typed(typed, "window-" + at, rule.windowDays()),
                count == null ? null : count.byRule().get(at));
    }

    private static String typed(@Nullable PlanForm typed, String field, int kept) {
        String said = typed == null ? null : typed.typed(field);
        return said == null ? String.valueOf(kept) : said;
    }

    private String words(Stream<String> names, Locale locale) {
        String all = names.collect(Collectors.joining(text("callback.plan.separator", locale)));
        return all.isEmpty() ? text("callback.plan.any", locale) : all;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
