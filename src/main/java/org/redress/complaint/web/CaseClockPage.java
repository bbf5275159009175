package org.redress.complaint.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseReader;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockReading;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clocks of a case (时限): as bars, as ledgers, in words, and what they would be if work waited. */
@Controller
class CaseClockPage {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final CaseReader cases;
    private final CaseHead head;
    private final LedgerTexts ledgers;
    private final ClockTexts texts;
    private final Calendars calendars;
    private final MessageSource messages;
    private final Clock clock;

    CaseClockPage(CaseReader cases, CaseHead head, LedgerTexts ledgers, ClockTexts texts, Calendars calendars, MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.head = head;
        this.ledgers = ledgers;
        this.texts = texts;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param until local time in the company's zone until which work would wait; empty where nobody asks */
    @GetMapping("/cases/{number}/clock")
    ModelAndView clocks(@PathVariable String number, @RequestParam(defaultValue = "") String until, Model model, Locale locale) {
        head.fill(model, cases.view(number), "clock");
        List<ClockReading> readings = cases.clocks(number);
        Instant now = clock.instant();
        model.addAttribute("ledgers", readings.stream().map(reading -> ledgers.of(reading, locale)).toList());
        model.addAttribute("now", texts.moment(now, locale));
        model.addAttribute("until", until);
        model.addAttribute("errors", Map.of());
        if (!readings.isEmpty()) {
            model.addAttribute("chart", ClockChart.draw(readings, calendars.of(readings.get(0).inForce()), now, locale));
        }
        ModelAndView page = new ModelAndView("complaint/case", model.asMap());
        if (!until.isBlank()) {
            Instant moment = moment(until.strip());
            if (moment == null || !moment.isAfter(now) || moment.isAfter(now.plus(FARTHEST))) {
                page.addObject("errors", Map.of("until", messages.getMessage(
                        moment == null ? "complaint.problem.moment" : "complaint.problem.untilRange", new Object[] {until}, locale)));
                page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            } else {
                page.addObject("whatIf", ledgers.whatIf(readings, cases.clocksIfWaiting(number, moment), locale));
                page.addObject("whatIfUntil", texts.moment(moment, locale));
            }
        }
        return page;
    }

    private @Nullable Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(calendars.current().zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
