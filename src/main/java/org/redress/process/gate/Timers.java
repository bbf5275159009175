package org.redress.process.gate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

/** A timer that repeats is written out, so that one sees how often; and it leaves a minute between. */
final class Timers extends ProcessGuard {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(?:[0-9TZ:.+-]{8,40}/)?(P[0-9YMWDTHS.]{1,30})");
    /** Of Quartz: a list or a step in the place of the seconds would fire within the minute. */
    private static final Pattern CRON = Pattern.compile("[0-5]?\\d(?:\\s+[0-9A-Za-z*?/,#LW-]{1,40}){5,6}");
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Za-z*?/,#:.+\\s-]{1,100}");
    private static final Set<String> KINDS = Set.of("timeDate", "timeDuration", "timeCycle");

    @Override
    void check(Element element, Report report) {
        var said = ModelXml.ownText(element).strip();
        if (!KINDS.contains(element.getLocalName()) || !ModelXml.BPMN.equals(element.getNamespaceURI())) {
            return;
        }
        if (element.getLocalName().equals("timeCycle")) {
            if (!cycles(said)) {
                report.element(element, "cycle", ExpressionGrammar.shown(said));
            }
        } else if (!isExpression(said) && !WRITTEN.matcher(said).matches()) {
            report.element(element, "timer", ExpressionGrammar.shown(said));
        }
    }

    private static boolean cycles(String said) {
        Matcher cycle = CYCLE.matcher(said);
        return cycle.matches() ? duration(cycle.group(2)).filter(each -> each.compareTo(SHORTEST) >= 0).isPresent() : CRON.matcher(said).matches();
    }

    static boolean isExpression(String said) {
        return said.matches("(?s)[$#]\\{.*}") && said.indexOf('{', 2) < 0;
    }

    /** @return empty when it is none, or less than nothing */
    static Optional<Duration> duration(String said) {
        try {
            int time = said.indexOf('T');
            var days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? said : said.substring(0, time));
            var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + said.substring(time));
            return Optional.of(rest.plusDays(days.toTotalMonths() * 28 + days.getDays())).filter(each -> !each.isNegative());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
