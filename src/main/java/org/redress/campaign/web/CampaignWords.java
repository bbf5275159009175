package org.redress.campaign.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.campaign.Campaign;
import org.redress.campaign.CampaignStudy;
import org.redress.campaign.ControlChart;
import org.redress.campaign.Finding;
import org.redress.campaign.LeftOut;
import org.redress.campaign.Population;
import org.redress.campaign.Proportion;
import org.redress.campaign.Signal;
import org.redress.deadline.Calendars;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.survey.Scales;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Campaigns in words: names, days, shares and what they say, in the reader's language. */
@Component
class CampaignWords {

    private final MessageSource messages;
    private final Organisation organisation;
    private final Scales scales;
    private final Calendars calendars;
    private final Clock clock;

    CampaignWords(MessageSource messages, Organisation organisation, Scales scales, Calendars calendars, Clock clock) {
        this.messages = messages;
        this.organisation = organisation;
        this.scales = scales;
        this.calendars = calendars;
        this.clock = clock;
    }

    String text(String key, Locale locale, @Nullable Object... args) {
        return messages.getMessage(key, args, locale);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.current().zone());
    }

    /** Its own name; a proposal is called by what stood out. */
    String name(Campaign campaign, Locale locale) {
        String name = campaign.name();
        YearMonth month = campaign.month();
        return name != null || month == null ? String.valueOf(name)
                : text("campaign.proposed", locale, business(campaign.business(), locale), signal(CampaignStudy.signal(campaign), locale), month(month, locale));
    }

    String business(@Nullable Business business, Locale locale) {
        return business == null ? text("campaign.every", locale) : text("enum.Business." + business, locale);
    }

    String signal(Signal signal, Locale locale) {
        return text("enum.Signal." + signal, locale);
    }

    String team(@Nullable String code, Locale locale) {
        return code == null ? text("campaign.every", locale) : organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern(chinese(locale) ? "uuuu年M月" : "MMM uuuu", locale).format(month);
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(chinese(locale) ? "uuuu年M月d日" : "d MMM uuuu", locale).format(day);
    }

    String day(Instant moment, Locale locale) {
        return day(LocalDate.ofInstant(moment, calendars.current().zone()), locale);
    }

    String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** A dash where there is nothing to divide by. */
    String percent(Proportion share) {
        return share.isEmpty() ? "–" : percent(share.share());
    }

    /** The 95 % interval, as "1.20–8.90 %". */
    String interval(Proportion share) {
        var interval = share.interval();
        return interval == null ? "–" : String.format(Locale.ROOT, "%.2f–%.2f %%", 100 * interval.low(), 100 * interval.high());
    }

    /** What was answered, in the words of its scale. */
    String grade(Finding finding, Locale locale) {
        String rating = finding.rating();
        if (finding.scale() == null) {
            return "–";
        }
        return rating == null ? text("campaign.unrated", locale)
                : scales.find(finding.scale()).flatMap(scale -> scale.grade(rating)).map(grade -> grade.name().in(locale)).orElse(rating);
    }

    /** What a chart found, with its numbers. */
    String found(Campaign campaign, ControlChart chart, Locale locale) {
        ControlChart.Point last = chart.last();
        return text("campaign.found", locale, month(last.month(), locale), signal(CampaignStudy.signal(campaign), locale), last.count(), last.of(),
                percent(last.proportion()), percent(chart.limit(last.of())), chart.history().size(), percent(chart.mean()));
    }

    /** The rule, calculated through for the month in question. */
    String calculated(ControlChart chart, Locale locale) {
        ControlChart.Point last = chart.last();
        Proportion mean = chart.mean();
        String p = String.format(Locale.ROOT, "%.4f", mean.share());
        String rest = String.format(Locale.ROOT, "%.4f", 1 - mean.share());
        return text("campaign.rule.through", locale, mean.count(), mean.of(), p, rest, last.of(), percent(chart.limit(last.of())));
    }

    /** Whom it calls, one fact a line. */
    List<String> population(Population chosen, Locale locale) {
        List<String> facts = new ArrayList<>();
        facts.add(text("campaign.population.jobs", locale, business(chosen.business(), locale), day(chosen.from(), locale), day(chosen.to().minusDays(1), locale)));
        if (chosen.team() != null) {
            facts.add(text("campaign.population.team", locale, team(chosen.team(), locale)));
        }
        if (chosen.region() != null) {
            facts.add(text("campaign.population.region", locale, chosen.region()));
        }
        if (chosen.segment() != null) {
            facts.add(text("campaign.population.segment", locale, text("enum.Segment." + chosen.segment(), locale)));
        }
        if (chosen.onlyBadlyRated()) {
            facts.add(text("campaign.onlyBadlyRated", locale));
        }
        if (chosen.onlyComplaints()) {
            facts.add(text("campaign.onlyComplaints", locale));
        }
        facts.add(text("campaign.population.most", locale, chosen.most()));
        if (chosen.restDays() > 0) {
            facts.add(text("campaign.population.rest", locale, chosen.restDays()));
        }
        return facts;
    }

    /** Who gets no call and why: reason and number. */
    List<Map.Entry<String, Integer>> leftOut(Map<LeftOut, Integer> leftOut, Locale locale) {
        return leftOut.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.entry(text("enum.LeftOut." + entry.getKey(), locale), entry.getValue())).toList();
    }

    private static boolean chinese(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }
}
