package org.redress.platform;

import java.sql.SQLException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Remembers every row that the first start made, ours and the engine's, and puts exactly those back. Done in the database: the
 * rows are kept in a schema of their own, constraints and triggers sleep meanwhile, sequences go back too.
 */
public class DatabaseBaseline {

    private static final String REMEMBER = """
            do $$
            declare t record; filled boolean;
            begin
              if to_regnamespace('baseline') is not null then return; end if;
              create schema baseline;
              create table baseline.sequences as
                select schemaname, sequencename, last_value from pg_sequences where schemaname in ('redress', 'public');
              for t in select schemaname, tablename from pg_tables
                       where schemaname in ('redress', 'public') and tablename <> 'flyway_schema_history' loop
                execute format('select exists (select 1 from %I.%I)', t.schemaname, t.tablename) into filled;
                if filled then
                  execute format('create table baseline.%I as table %I.%I', t.schemaname || '.' || t.tablename, t.schemaname, t.tablename);
                end if;
              end loop;
            end $$""";

    private static final String RESTORE = """
            do $$
            declare t record; columns text;
            begin
              for t in select schemaname, tablename from pg_tables
                       where schemaname in ('redress', 'public') and tablename <> 'flyway_schema_history' loop
                execute format('delete from %I.%I', t.schemaname, t.tablename);
                if to_regclass(format('baseline.%I', t.schemaname || '.' || t.tablename)) is not null then
                  select string_agg(quote_ident(attname), ',') into columns from pg_attribute
                    where attrelid = format('%I.%I', t.schemaname, t.tablename)::regclass
                      and attnum > 0 and not attisdropped and attgenerated = '';
                  execute format('insert into %I.%I (%s) overriding system value select %s from baseline.%I',
                    t.schemaname, t.tablename, columns, columns, t.schemaname || '.' || t.tablename);
                end if;
              end loop;
              for t in select * from baseline.sequences loop
                perform setval(format('%I.%I', t.schemaname, t.sequencename)::regclass, coalesce(t.last_value, 1), t.last_value is not null);
              end loop;
            end $$""";

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 5;

    private final TestDatabase database;

    DatabaseBaseline(TestDatabase database) {
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void remember() {
        run(REMEMBER);
    }

    /** Back to what the first start left. Call it from a test only when its methods must not see each other's rows. */
    public void restore() {
        for (int attempt = 1; ; attempt++) {
            try {
                run(RESTORE);
                return;
            } catch (IllegalStateException e) {
                // The application's own background work may be writing what is put back: it comes first, then we.
                boolean met = e.getCause() instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState());
                if (!met || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void run(String block) {
        try (var connection = database.superuser(); var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(block);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
