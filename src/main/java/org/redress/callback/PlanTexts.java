package org.redress.callback;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.redress.organisation.Organisation;
import org.redress.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A rule of a plan in plain words and as a short name. */
@Component
class PlanTexts {

    private static final int LONGEST_NAME = 50;

    private final MessageSource messages;
    private final Organisation organisation;

    PlanTexts(MessageSource messages, Organisation organisation) {
        this.messages = messages;
        this.organisation = organisation;
    }

    /** "30 of 100: Safety check". */
    Bilingual text(PlanRule rule) {
        return new Bilingual(text(rule, Locale.ENGLISH), text(rule, Locale.SIMPLIFIED_CHINESE));
    }

    private String text(PlanRule rule, Locale locale) {
        String jobs = Stream.of(
                rule.businesses().stream().map(Enum::name).sorted().map(name -> message("enum.Business." + name, locale)),
                rule.segments().stream().map(Enum::name).sorted().map(name -> message("enum.Segment." + name, locale)),
                Stream.ofNullable(rule.warranty()).map(warranty -> message("callback.plan.warranty." + warranty, locale)),
                rule.teams().stream().sorted().map(team -> organisation.team(team).map(known -> known.name().in(locale)).orElse(team)),
                Stream.ofNullable(rule.own())).flatMap(part -> part).collect(Collectors.joining(", "));
        return messages.getMessage("callback.plan.text", new Object[] {rule.rate(), jobs.isEmpty() ? message("callback.plan.any", locale) : jobs}, locale);
    }

    /** A name for a new rule that no other one has: "counter-service-hall-1". */
    static String name(PlanRule rule, Collection<String> taken) {
        String words = Stream.of(rule.businesses().stream().map(Enum::name).sorted(), rule.segments().stream().map(Enum::name).sorted(),
                        Stream.ofNullable(rule.warranty()).map(warranty -> warranty ? "warranty" : "no-warranty"), rule.teams().stream().sorted())
                .flatMap(part -> part).map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")).collect(Collectors.joining("-"));
        String name = words.isEmpty() ? "all" : words.substring(0, Math.min(LONGEST_NAME, words.length()));
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
