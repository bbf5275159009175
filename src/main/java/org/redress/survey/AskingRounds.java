package org.redress.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.shared.LinkToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks by link, as the rules say: the product picks, nobody in the company can. A job that is called is not asked besides, a customer who is
 * not to be called is never asked, and one question a job goes out, whatever number of nodes looks.
 */
@Service
@Transactional
class AskingRounds {

    /** After the service (domain, section 4); later nobody remembers. */
    static final Duration WINDOW = Duration.ofDays(14);
    /** A link that ends sooner is not worth sending. */
    private static final Duration SHORTEST = Duration.ofDays(2);
    private static final String DUE = AskedJob.SELECT + """
            join asking_rule r on r.business = j.business and r.via = :via and r.share > asking_place(j.external_id)
            where not j.sampled and not c.do_not_call and j.received_at >= r.since and j.done_at > :oldest
              and not exists (select 1 from ask_link l where l.job_id = j.id)
              and not exists (select 1 from follow_up_call f where f.job_id = j.id)
            """;
    private static final Map<Via, String> REACHABLE = Map.of(Via.MAIL, "and c.email is not null ", Via.SMS, "and c.phone is not null ");
    private static final String ORDER = "order by j.done_at, j.id limit :most for update of j skip locked";

    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;
    private final Scales scales;
    private final Evaluations evaluations;
    private final Messages messages;
    private final String site;
    private final Clock clock;

    AskingRounds(JdbcClient jdbc, Questionnaires questionnaires, Scales scales, Evaluations evaluations, Messages messages,
            @Value("${redress.public-url}") String site, Clock clock) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
        this.scales = scales;
        this.evaluations = evaluations;
        this.messages = messages;
        this.site = site.replaceAll("/+$", "");
        this.clock = clock;
    }

    /** By mail where an address is known and the rule asks by mail; else by SMS. @return how many customers were asked, at most {@code most} */
    int ask(int most) {
        int asked = 0;
        for (Via via : List.of(Via.MAIL, Via.SMS)) {
            for (AskedJob job : due(via, most - asked)) {
                send(job, via);
                asked++;
            }
        }
        return asked;
    }

    private List<AskedJob> due(Via via, int most) {
        boolean asks = jdbc.sql("select exists (select 1 from asking_rule where via = ? and share > 0)").param(via.name()).query(Boolean.class).single();
        return !asks || most == 0 ? List.of() : jdbc.sql(DUE + REACHABLE.get(via) + ORDER).param("via", via.name()).param("most", most)
                .param("oldest", clock.instant().minus(WINDOW).plus(SHORTEST).atOffset(ZoneOffset.UTC)).query(AskedJob::of).list();
    }

    private void send(AskedJob job, Via via) {
        Instant now = clock.instant();
        Questionnaire questionnaire = questionnaires.forCall(job.business(), null);
        LinkToken token = LinkToken.fresh();
        Instant until = job.doneAt().plus(WINDOW);
        long link = jdbc.sql("insert into ask_link (hash, job_id, via, scale, sent_at, expires_at) values (?, ?, ?, ?, ?, ?) returning id")
                .params(token.hash(), job.id(), via.name(), questionnaire.scale(), now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
        evaluations.record(new Evaluation(key(link), via, job.service(), null, now, false, null, null, null, null));
        String address = site + "/rate/" + token.text();
        Locale locale = Locale.forLanguageTag(job.language());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("link", address);
        values.put("business", Message.term("enum.Business." + job.business()));
        values.put("done", day(job.doneAt(), locale));
        values.put("until", day(until, locale));
        if (via == Via.SMS) {
            values.put("phone", String.valueOf(job.phone()));
            String gateway = jdbc.sql("select channel from asking_rule where business = ? and via = 'SMS'").param(job.business().name())
                    .query(String.class).single();
            messages.send(new Message(key(link), "survey.askSms", Recipient.sms(gateway, job.customerName(), String.valueOf(job.phone()), job.language()),
                    values, null, false));
        } else {
            values.put("grades", grades(questionnaire.scale(), address, locale));
            messages.send(new Message(key(link), "survey.ask", Recipient.customer(job.customerName(), job.email(), job.phone(), job.language()),
                    values, null, false));
        }
    }

    static String key(long link) {
        return "LINK:" + link;
    }

    /** A line for each grade, the best first. Opening one chooses, and does not answer: mail programs open links by themselves. */
    private String grades(String scale, String address, Locale locale) {
        return scales.find(scale).orElseThrow().grades().stream()
                .map(grade -> new org.redress.shared.Bilingual(grade.name().en() + ": ", grade.name().zh() + "：").in(locale) + address + "?grade=" + grade.code())
                .collect(Collectors.joining("\n"));
    }

    private String day(Instant at, Locale locale) {
        String pattern = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "uuuu年M月d日" : "d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(clock.getZone()));
    }
}
