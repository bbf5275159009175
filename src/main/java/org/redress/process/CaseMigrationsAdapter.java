package org.redress.process;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.redress.process.MigrationPlans.Prepared;
import org.redress.process.ModelShape.Node;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations;
import org.redress.studio.MigrationFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Migrations of running cases, with the engine. */
@Component
class CaseMigrationsAdapter implements CaseMigrations {

    private final MigrationPlans plans;
    private final CaseForesight foresight;
    private final CaseStandings standings;
    private final CaseMover mover;
    private final ModelLibrary models;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseMigrationsAdapter(MigrationPlans plans, CaseForesight foresight, CaseStandings standings, CaseMover mover, ModelLibrary models, JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.foresight = foresight;
        this.standings = standings;
        this.mover = mover;
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Running> running() {
        return jdbc.sql("""
                select d.id_, d.key_, d.version_, d.version_tag_, p.deploy_time_, coalesce(r.n, 0) as n,
                       d.version_ = max(d.version_) over (partition by d.key_) as newest
                  from public.act_re_procdef d join public.act_re_deployment p on p.id_ = d.deployment_id_
                  left join (select proc_def_id_, count(*) as n from public.act_ru_execution where parent_id_ is null group by proc_def_id_) r
                    on r.proc_def_id_ = d.id_ order by d.key_, d.version_ desc""")
                .query((row, index) -> new Running(row.getString("key_"), models.text(row.getString("id_"), row.getString("key_")).name(), row.getInt("version_"),
                        row.getString("version_tag_"), row.getTimestamp("deploy_time_").toInstant(), row.getLong("n"), row.getBoolean("newest")))
                .list().stream().filter(version -> version.newest() || version.cases() > 0).toList();
    }

    @Override
    public Plan plan(Route route) {
        Prepared plan = plans.of(route);
        Map<String, Long> standing = standing(plan.from().getId());
        Map<String, String> alike = MigrationPlans.alike(plan);
        List<OpenStep> open = new ArrayList<>();
        for (Node node : plan.before().nodes().values()) {
            if (mappable(node) && !plan.equal().containsKey(node.id())) {
                open.add(new OpenStep(node.id(), node.kind(), named(node), standing.getOrDefault(node.id(), 0L), route.chosen().get(node.id()),
                        alike.get(node.id()), choices(plan, node)));
            }
        }
        open.sort(Comparator.comparingLong(OpenStep::standing).reversed());
        return new Plan(plan.equal(), List.copyOf(open), plan.mistakes());
    }

    /** Where a case can stand, or what must be taken along for it. Everything else is passed in one go. */
    private static boolean mappable(Node node) {
        return switch (node.kind()) {
            case "userTask", "userTask*", "receiveTask", "receiveTask*", "callActivity", "callActivity*", "subProcess", "subProcess*", "eventSubProcess",
                    "eventBasedGateway", "parallelGateway", "inclusiveGateway" -> true;
            default -> node.kind().startsWith("intermediateCatchEvent/") || node.kind().startsWith("boundaryEvent/")
                    || node.kind().startsWith("startEvent/") && node.scope() != null;
        };
    }

    private static List<Choice> choices(Prepared plan, Node step) {
        return plan.after().nodes().values().stream().filter(node -> node.kind().equals(step.kind())).map(node -> new Choice(node.id(), named(node))).toList();
    }

    private static Bilingual named(Node node) {
        return node.name().en().isEmpty() ? new Bilingual(node.id(), node.id()) : node.name();
    }

    private Map<String, Long> standing(String definitionId) {
        Map<String, Long> standing = new HashMap<>();
        jdbc.sql("""
                select e.act_id_, count(distinct e.proc_inst_id_) as n from public.act_ru_execution e
                 where e.proc_def_id_ = :id and e.act_id_ is not null and not e.is_event_scope_
                   and not exists (select 1 from public.act_ru_execution c where c.parent_id_ = e.id_ and not c.is_event_scope_) group by e.act_id_""")
                .param("id", definitionId).query(row -> {
                    standing.put(row.getString("act_id_"), row.getLong("n"));
                });
        return standing;
    }

    @Override
    public List<String> choose(Route route, MigrationFilter filter, String after, int limit) {
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                select r.id_ from public.act_ru_execution r
                  left join public.act_ru_variable v on v.execution_id_ = r.id_ and v.name_ = 'complaintId'
                 where r.parent_id_ is null and r.proc_def_id_ = :definition and r.id_ > :after
                   and not coalesce(r.business_key_, r.id_) = any(cast(:excluded as varchar[]))
                   and (not :late or exists (select 1 from open_task t where t.instance_id = r.id_ and t.due_at < :now)
                        or exists (select 1 from case_clock k where k.complaint_id = v.long_ and k.state = 'RUNNING' and k.due_at < :now))
                   and (cast(:team as varchar) is null or exists (select 1 from complaint c where c.id = v.long_ and c.team = :team)
                        or exists (select 1 from open_task t where t.instance_id = r.id_ and :team in (t.team, t.case_team)))
                 order by r.id_ limit :limit""")
                .param("definition", plans.version(route.process(), route.from()).getId()).param("after", after)
                .param("excluded", filter.excluded().toArray(String[]::new)).param("late", filter.late()).param("now", at).param("team", filter.team())
                .param("limit", limit).query(String.class).list();
    }

    @Override
    public List<Forecast> foresee(Route route, Collection<String> instances) {
        return foresight.of(plans.of(route), instances);
    }

    @Override
    public String move(Route route, String instance, String standing) {
        return mover.move(plans.of(route), instance, standing);
    }

    @Override
    public Map<String, String> standing(Collection<String> instances) {
        return standings.marks(instances);
    }
}
