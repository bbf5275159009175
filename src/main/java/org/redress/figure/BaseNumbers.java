package org.redress.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that people enter: customers served and calls handled, by month. */
@Service
public class BaseNumbers {

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    BaseNumbers(JdbcClient jdbc, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest month first. */
    public List<BaseNumber> newest(int limit) {
        return jdbc.sql("select kind, month, region, n from base_number order by month desc, kind, region limit :limit").param("limit", limit)
                .query(BaseNumber.class).list();
    }

    /**
     * Keeps the numbers; what was entered for the same month before is replaced.
     *
     * @throws Problem 422 naming every field that is wrong; then nothing is kept
     */
    @Transactional
    public void put(List<BaseNumber> numbers) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (int i = 0; i < numbers.size(); i++) {
            BaseNumber number = numbers.get(i);
            String field = numbers.size() == 1 ? "" : "items[" + i + "].";
            if (number.n() < 0) {
                problems.add(FieldProblem.of(field + "n", "figure.problem.negative"));
            }
            if (number.month().getDayOfMonth() != 1 || number.month().isAfter(now)) {
                problems.add(FieldProblem.of(field + "month", "figure.problem.month"));
            }
            if (number.kind() == BaseNumber.Kind.CALLS_HANDLED && !number.region().isEmpty()) {
                problems.add(FieldProblem.of(field + "region", "figure.problem.region"));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        numbers.forEach(this::put);
    }

    private void put(BaseNumber number) {
        jdbc.sql("""
                insert into base_number (kind, month, region, n, set_by, set_at) values (:kind, :month, :region, :n, :by, :at)
                on conflict (kind, month, region) do update set n = excluded.n, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("kind", number.kind().name()).param("month", number.month()).param("region", number.region()).param("n", number.n())
                .param("by", actor.get().username()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        audit.record("SET_BASE_NUMBER", "FIGURE", number.kind() + " " + number.month(), Map.of("region", number.region(), "n", number.n()));
    }

    @Transactional
    public void remove(BaseNumber.Kind kind, LocalDate month, String region) {
        int gone = jdbc.sql("delete from base_number where kind = :kind and month = :month and region = :region").param("kind", kind.name())
                .param("month", month).param("region", region).update();
        if (gone > 0) {
            audit.record("REMOVE_BASE_NUMBER", "FIGURE", kind + " " + month, Map.of("region", region));
        }
    }

    /** Categories whose complaints are about the call centre's own service. */
    public List<String> callCentreCategories() {
        return jdbc.sql("select category from call_centre_category order by category").query(String.class).list();
    }
}
