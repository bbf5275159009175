package org.redress.survey;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.redress.notification.WebhookChannels;
import org.redress.notification.WebhookShape;
import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's setting of who is asked by mail or SMS (短信、邮件询问). Nobody is until it says so. */
@Service
@Transactional
public class AskingRules {

    private static final int ALL = 100;

    private final JdbcClient jdbc;
    private final WebhookChannels channels;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    AskingRules(JdbcClient jdbc, WebhookChannels channels, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** One for each business and way, whether the company has set it or not. */
    @Transactional(readOnly = true)
    public List<AskingRule> all() {
        List<AskingRule> set = jdbc.sql("select * from asking_rule").query((row, number) -> new AskingRule(Business.valueOf(row.getString("business")),
                Via.valueOf(row.getString("via")), row.getInt("share"), row.getString("channel"))).list();
        List<AskingRule> all = new ArrayList<>();
        for (Business business : Business.values()) {
            for (Via via : List.of(Via.MAIL, Via.SMS)) {
                all.add(set.stream().filter(rule -> rule.business() == business && rule.via() == via).findFirst()
                        .orElseGet(() -> new AskingRule(business, via, 0, null)));
            }
        }
        return all;
    }

    /** Codes of the webhook channels that are SMS gateways and switched on. */
    @Transactional(readOnly = true)
    public List<String> gateways() {
        return channels.all().stream().filter(channel -> channel.active() && channel.shape() == WebhookShape.SMS).map(channel -> channel.code()).toList();
    }

    /**
     * Jobs that come in from now on are asked by these; a rule that did not change keeps its beginning.
     *
     * @throws org.redress.shared.Problem 422 for a share that is none, or SMS without a gateway
     */
    public void set(List<AskingRule> rules) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> gateways = Set.copyOf(gateways());
        for (AskingRule rule : rules) {
            String field = rule.via() + "." + rule.business();
            if (rule.share() < 0 || rule.share() > ALL) {
                problems.add(FieldProblem.of(field, "survey.problem.share"));
            } else if (rule.via() == Via.SMS && rule.share() > 0 && (rule.channel() == null || !gateways.contains(rule.channel()))) {
                problems.add(FieldProblem.of(field, "survey.problem.gateway"));
            }
        }
        QuestionnaireEdits.refuse(problems);
        List<AskingRule> before = all();
        rules.stream().filter(rule -> before.stream().noneMatch(same -> same.equals(rule))).forEach(this::put);
    }

    private void put(AskingRule rule) {
        jdbc.sql("""
                insert into asking_rule (business, via, share, channel, since, changed_by) values (?, ?, ?, ?, ?, ?)
                on conflict (business, via) do update set share = excluded.share, channel = excluded.channel, changed_by = excluded.changed_by,
                    since = case when asking_rule.share = 0 then excluded.since else asking_rule.since end""")
                .params(rule.business().name(), rule.via().name(), rule.share(), rule.channel(), clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().username())
                .update();
        audit.record("SET_ASKING", "ASKING", rule.business().name(),
                Map.of("via", rule.via().name(), "share", rule.share(), "channel", Objects.requireNonNullElse(rule.channel(), "")));
    }
}
