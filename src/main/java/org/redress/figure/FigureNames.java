package org.redress.figure;

import java.util.Arrays;
import java.util.Locale;

import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the codes of a dimension are called. */
@Component
class FigureNames {

    private final Organisation organisation;
    private final MessageSource messages;

    FigureNames(Organisation organisation, MessageSource messages) {
        this.organisation = organisation;
        this.messages = messages;
    }

    Bilingual of(Dimension dimension, String code) {
        if (code.equals(Dimension.NONE)) {
            return message("figure.none", code);
        }
        return switch (dimension) {
            case TEAM -> organisation.team(code).map(Team::name).orElse(plain(code));
            case EMPLOYEE -> organisation.person(code).map(Person::name).orElse(plain(code));
            case BUSINESS -> message("enum.Business." + code, code);
            case SEGMENT -> message("enum.Segment." + code, code);
            case CHANNEL -> Arrays.asList("PHONE", "TRACK", "MAIL", "SMS", "OUTSIDE").contains(code) ? message("figure.via." + code, code)
                    : message("enum.Channel." + code, code);
            case REGION, PERIOD -> plain(code);
        };
    }

    Bilingual total() {
        return message("figure.total", "");
    }

    private Bilingual message(String key, String otherwise) {
        return new Bilingual(String.valueOf(messages.getMessage(key, null, otherwise, Locale.ENGLISH)),
                String.valueOf(messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE)));
    }

    private static Bilingual plain(String code) {
        return new Bilingual(code, code);
    }
}
