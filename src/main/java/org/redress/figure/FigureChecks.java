package org.redress.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and rebuilds that somebody asked for: one at a time in the house, in the background, with what they found. */
@Service
public class FigureChecks {

    private static final Logger LOG = LoggerFactory.getLogger(FigureChecks.class);
    /** Whoever began it is gone. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final FigureCheck check;
    private final FigureKeeper keeper;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "figure-checks");
        thread.setDaemon(true);
        return thread;
    });

    FigureChecks(JdbcClient jdbc, FigureCheck check, FigureKeeper keeper, AuditTrail audit, CurrentActor actor, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.check = check;
        this.keeper = keeper;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public enum Kind {
        /** 核对 */ CHECK,
        /** 重新统计 */ REBUILD
    }

    /**
     * @param from    null for a rebuild
     * @param done    how many figures are looked at so far
     * @param endedAt null while it runs
     * @param failed  it did not get to its end
     */
    public record Run(long id, Kind kind, List<Figure> figures, @Nullable LocalDate from, @Nullable LocalDate to, String askedBy, Instant askedAt, int done,
            @Nullable Instant endedAt, boolean failed) {
    }

    /**
     * Compares the figures with the raw rows of the months that the days lie in.
     *
     * @throws Problem 409 while another one runs
     */
    public long check(List<Figure> figures, LocalDate from, LocalDate to) {
        return submit(Kind.CHECK, figures, from, to);
    }

    /**
     * Counts everything anew from the raw rows.
     *
     * @throws Problem 409 while another one runs
     */
    public long rebuild() {
        return submit(Kind.REBUILD, List.of(), null, null);
    }

    private long submit(Kind kind, List<Figure> figures, @Nullable LocalDate from, @Nullable LocalDate to) {
        try {
            long id = transaction.execute(status -> begin(kind, figures, from, to));
            worker.submit(() -> work(id));
            return id;
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("figure.problem.running");
        }
    }

    private Long begin(Kind kind, List<Figure> figures, @Nullable LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("update figure_check set ended_at = :now, failed = true where ended_at is null and asked_at < :before").param("now", now())
                .param("before", now().minus(ABANDONED)).update();
        long id = jdbc.sql("""
                insert into figure_check (kind, figures, from_day, to_day, asked_by, asked_at) values (:kind, :figures, :from, :to, :by, :at) returning id""")
                .param("kind", kind.name()).param("figures", figures.stream().map(Figure::name).toArray(String[]::new)).param("from", from).param("to", to)
                .param("by", actor.get().username()).param("at", now()).query(Long.class).single();
        audit.record(kind + "_FIGURES", "FIGURE", String.valueOf(id), Map.of("figures", figures.size()));
        return id;
    }

    private void work(long id) {
        boolean failed = true;
        try {
            Run run = find(id).orElseThrow();
            if (run.kind() == Kind.REBUILD) {
                keeper.rebuild();
            }
            for (Figure figure : run.figures()) {
                look(run, figure);
            }
            failed = false;
        } catch (RuntimeException e) {
            LOG.warn("check of figures {} stopped", id, e);
        } finally {
            jdbc.sql("update figure_check set ended_at = :now, failed = :failed where id = :id").param("now", now()).param("failed", failed).param("id", id).update();
        }
    }

    private void look(Run run, Figure figure) {
        if (run.from() == null || run.to() == null) {
            return;
        }
        List<FigureCheck.Difference> found = check.differences(figure, run.from(), run.to());
        transaction.executeWithoutResult(status -> {
            found.forEach(difference -> jdbc.sql("""
                    insert into figure_difference (check_id, figure, part, level, day, place, counted, raw)
                    values (:id, :figure, :part, :level, :day, :place, :counted, :raw)""").param("id", run.id()).param("figure", figure.name())
                    .param("part", difference.part()).param("level", difference.level()).param("day", difference.day()).param("place", difference.place())
                    .param("counted", difference.counted()).param("raw", difference.raw()).update());
            jdbc.sql("update figure_check set done = done + 1 where id = :id").param("id", run.id()).update();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public Optional<Run> newest() {
        return jdbc.sql("select * from figure_check order by id desc limit 1").query(FigureChecks::run).optional();
    }

    Optional<Run> find(long id) {
        return jdbc.sql("select * from figure_check where id = :id").param("id", id).query(FigureChecks::run).optional();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(row.getLong("id"), Kind.valueOf(row.getString("kind")),
                Arrays.stream((String[]) row.getArray("figures").getArray()).map(Figure::valueOf).toList(), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getString("asked_by"), row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getInt("done"),
                ended == null ? null : ended.toInstant(), row.getBoolean("failed"));
    }

    /** The first of what a run found, and how many there are. */
    public List<FigureCheck.Difference> differences(long id, int limit) {
        return jdbc.sql("select figure, part, level, day, place, counted, raw from figure_difference where check_id = :id order by figure, level, day, part, place limit :limit")
                .param("id", id).param("limit", limit).query(FigureCheck.Difference.class).list();
    }

    public long found(long id) {
        return jdbc.sql("select count(*) from figure_difference where check_id = :id").param("id", id).query(Long.class).single();
    }

    @PreDestroy
    void stop() {
        worker.shutdown();
    }
}
