package org.redress.figure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of figure_target. */
@Service
class TargetStore implements Targets {

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    TargetStore(JdbcClient jdbc, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Target> of(Figure figure) {
        return jdbc.sql("select figure, at_least, share from figure_target where figure = :figure").param("figure", figure.name())
                .query(Target.class).optional();
    }

    @Override
    public List<Target> all() {
        return jdbc.sql("select figure, at_least, share from figure_target order by figure").query(Target.class).list();
    }

    @Override
    @Transactional
    public void set(Target target) {
        jdbc.sql("""
                insert into figure_target (figure, at_least, share, set_by, set_at) values (:figure, :atLeast, :share, :by, :at)
                on conflict (figure) do update set at_least = excluded.at_least, share = excluded.share, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("figure", target.figure().name()).param("atLeast", target.atLeast()).param("share", target.share())
                .param("by", actor.get().username()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        audit.record("SET_TARGET", "FIGURE", target.figure().name(), Map.of("atLeast", target.atLeast(), "share", target.share().toPlainString()));
    }

    @Override
    @Transactional
    public void remove(Figure figure) {
        if (jdbc.sql("delete from figure_target where figure = :figure").param("figure", figure.name()).update() > 0) {
            audit.record("REMOVE_TARGET", "FIGURE", figure.name(), Map.of());
        }
    }
}
