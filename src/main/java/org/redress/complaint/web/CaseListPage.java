package org.redress.complaint.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseFilter;
import org.redress.complaint.CaseListRow;
import org.redress.complaint.CaseSearch;
import org.redress.complaint.CaseState;
import org.redress.complaint.Channel;
import org.redress.deadline.Calendars;
import org.redress.deadline.Severity;
import org.redress.organisation.Organisation;
import org.redress.shared.Cursor;
import org.redress.shared.Slice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Search and list of cases; every filter stands in the address. */
@Controller
class CaseListPage {

    private static final int PAGE = 50;
    private static final String OPEN = "OPEN";

    private final CaseSearch search;
    private final Organisation organisation;
    private final ClockTexts clocks;
    private final EventTexts texts;
    private final Calendars calendars;
    private final MessageSource messages;

    CaseListPage(CaseSearch search, Organisation organisation, ClockTexts clocks, EventTexts texts, Calendars calendars,
            MessageSource messages) {
        this.search = search;
        this.organisation = organisation;
        this.clocks = clocks;
        this.texts = texts;
        this.calendars = calendars;
        this.messages = messages;
    }

    /** Filters as typed into the address; what cannot be read narrows nothing. @param state a state, or OPEN for all that are not ended */
    record Query(@Nullable String q, @Nullable String state, @Nullable String team, @Nullable String severity, @Nullable String channel,
            @Nullable String overdue, @Nullable String from, @Nullable String to, @Nullable String cursor) {
    }

    record Row(CaseListRow data, ClockTexts.Reading clock, @Nullable String team, @Nullable String holder, @Nullable String category,
            String received) {
    }

    /** An active filter. @param without address of the list without it */
    record Chip(String text, String without) {
    }

    @GetMapping("/cases")
    String list(@ModelAttribute Query query, Model model, Locale locale) {
        CaseFilter filter = filter(query);
        Slice<CaseListRow> slice = search.list(filter, Cursor.decode(query.cursor()), PAGE);
        model.addAttribute("query", query);
        model.addAttribute("rows", slice.items().stream().map(row -> row(row, locale)).toList());
        model.addAttribute("next", slice.next() == null ? null : address(named(query), null, slice.next()));
        model.addAttribute("first", query.cursor() == null ? null : address(named(query), null, null));
        model.addAttribute("chips", chips(query, locale));
        model.addAttribute("filtered", !filter.isEmpty());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("teams", organisation.teams().stream()
                .collect(LinkedHashMap::new, (map, team) -> map.put(team.code(), team.name().in(locale)), Map::putAll));
        return "complaint/list";
    }

    private Row row(CaseListRow row, Locale locale) {
        String holder = row.handler() != null ? row.handler() : row.owner();
        return new Row(row, clocks.next(row, locale), row.team() == null ? null : texts.team(row.team(), locale),
                holder == null ? null : texts.person(holder, locale), row.category() == null ? null : texts.category(row.category(), locale),
                clocks.moment(row.receivedAt(), locale));
    }

    private CaseFilter filter(Query query) {
        Instant from = day(query.from(), 0);
        Instant to = day(query.to(), 1);
        return new CaseFilter(blankToNull(query.q()), states(query.state()), blankToNull(query.team()),
                constant(query.severity(), Severity.class), constant(query.channel(), Channel.class), "true".equals(query.overdue()), from, to);
    }

    private static Set<CaseState> states(@Nullable String state) {
        if (OPEN.equals(state)) {
            EnumSet<CaseState> open = EnumSet.allOf(CaseState.class);
            open.removeIf(CaseState::isEnded);
            return open;
        }
        CaseState one = constant(state, CaseState.class);
        return one == null ? Set.of() : Set.of(one);
    }

    /** Start of a day at the company. @param plus days after it: "to" includes the day */
    private @Nullable Instant day(@Nullable String text, int plus) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text).plusDays(plus).atStartOfDay(calendars.current().zone()).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(@Nullable String text, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        return null;
    }

    private List<Chip> chips(Query query, Locale locale) {
        Map<String, String> named = named(query);
        List<Chip> chips = new ArrayList<>();
        named.forEach((name, value) -> chips.add(new Chip(messages.getMessage("complaint.chip." + name,
                new Object[] {words(name, value, locale)}, locale), address(named, name, null))));
        return chips;
    }

    private String words(String name, String value, Locale locale) {
        return switch (name) {
            case "state" -> OPEN.equals(value) ? messages.getMessage("complaint.list.open", null, locale)
                    : texts.constant("CaseState", value, locale);
            case "team" -> texts.team(value, locale);
            case "severity" -> value + " " + texts.constant("Severity", value, locale);
            case "channel" -> texts.constant("Channel", value, locale);
            default -> value;
        };
    }

    private static Map<String, String> named(Query query) {
        Map<String, String> named = new LinkedHashMap<>();
        put(named, "q", query.q());
        put(named, "state", query.state());
        put(named, "team", query.team());
        put(named, "severity", query.severity());
        put(named, "channel", query.channel());
        put(named, "overdue", query.overdue());
        put(named, "from", query.from());
        put(named, "to", query.to());
        return named;
    }

    private static void put(Map<String, String> named, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            named.put(name, value);
        }
    }

    private static String address(Map<String, String> named, @Nullable String without, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        Map<String, Object> values = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            if (!name.equals(without)) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}");
            values.put("cursor", cursor);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
