package org.redress.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.redress.MovableClock;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.customer.Phone;
import org.redress.customer.Segment;
import org.redress.deadline.CalendarData;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockPolicies;
import org.redress.deadline.DomainPolicy;
import org.redress.deadline.LadderPolicy;
import org.redress.deadline.LadderStep;
import org.redress.deadline.Severity;
import org.redress.organisation.Organisation;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Bilingual;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenWork;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on real PostgreSQL with its ports played by the test: no engine, no web. One start a JVM. */
@org.springframework.boot.test.context.TestConfiguration
@EnableTransactionManagement(proxyTargetClass = true)
@Import({CaseActs.class, CaseWriter.class, ComplaintRepository.class, LifecycleService.class,
        LadderService.class, IntakeService.class, IntakeLookup.class,
        NewCases.class, JdbcCategories.class, CaseAccess.class, CaseDesk.class, CaseTimeline.class, CaseSearch.class})
class ComplaintKit {

    static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext(ComplaintKit.class);

    /** Who acts; set by the test. */
    static volatile Actor who = specialist();
    /** Every statement that went to the database. */
    static final List<String> STATEMENTS = java.util.Collections.synchronizedList(new ArrayList<>());
    static volatile boolean auditFails;

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static Actor specialist() {
        return new Actor("specialist", Set.of(Role.COMPLAINT_SPECIALIST.name()), Set.of(), "test");
    }

    static Actor person(String username, Role role, String... teams) {
        return new Actor(username, Set.of(role.name()), Set.of(teams), "test");
    }

    static void in(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** In a transaction of its own, committed while the one around it is still open. */
    static void apart(Runnable work) {
        TransactionTemplate apart = new TransactionTemplate(bean(PlatformTransactionManager.class));
        apart.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(status -> work.run());
    }

    static <T> T get(Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    @Bean
    DataSource dataSource() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            PGSimpleDataSource source = (PGSimpleDataSource) server.getPostgresDatabase();
            source.setCurrentSchema("redress,public");
            Flyway.configure().dataSource(source).schemas("redress").defaultSchema("redress")
                    .ignoreMigrationPatterns("*:missing").target("89?").load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            jdbc.sql("insert into department values ('ops', 'Operations', '运营部')").update();
            for (String team : List.of("repair-1", "repair-2", "hall-1")) {
                jdbc.sql("insert into team (code, department_code, name_en, name_zh) values (?, 'ops', ?, ?)")
                        .params(team, team, team).update();
            }
            return ProxyDataSourceBuilder.create(source)
                    .afterQuery((execution, queries) -> queries.forEach(query -> STATEMENTS.add(query.getQuery()))).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    ObjectMapper objectMapper() {
        return new ObjectMapper().registerModule(new JavaTimeModule());
    }

    @Bean
    Calendars calendars() {
        return Calendars.only(CalendarData.china());
    }

    /** As the shipped table has it for every clock. */
    @Bean
    LadderPolicy ladder() {
        return (kind, severity) -> List.of(new LadderStep(1, 75, "REMIND", "HOLDER"),
                new LadderStep(2, 100, "BREACH", "LEADER_AND_SPECIALIST"),
                new LadderStep(3, 150, "SUPERVISE", "MANAGER"), new LadderStep(4, 200, "DIRECTOR", "DIRECTOR"));
    }

    @Bean
    ClockPolicies policies() {
        return DomainPolicy::policy;
    }

    @Bean
    CurrentActor currentActor() {
        return new CurrentActor() {
            @Override
            public Actor get() {
                return who;
            }

            @Override
            public <T> T callAs(Actor actor, Supplier<T> work) {
                Actor before = who;
                who = actor;
                try {
                    return work.get();
                } finally {
                    who = before;
                }
            }
        };
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc) {
        return (act, subject, subjectId, change) -> {
            if (auditFails) {
                throw new IllegalStateException("the audit trail cannot be written");
            }
            jdbc.sql("insert into audit_entry (at, actor, origin, act, subject, subject_id) values (now(), ?, 'test', ?, ?, ?)")
                    .params(who.username(), act, subject, subjectId).update();
        };
    }

    @Bean
    OpenWork openWork(JdbcClient jdbc) throws ReflectiveOperationException {
        var constructor = OpenWork.class.getDeclaredConstructor(JdbcClient.class);
        constructor.setAccessible(true);
        return constructor.newInstance(jdbc);
    }

    @Bean
    FakeWorkflow workflow(org.springframework.beans.factory.ObjectProvider<ComplaintLifecycle> lifecycle) {
        return new FakeWorkflow(lifecycle);
    }

    /** Classifies as the severity table would for the plainest case, and remembers what it was told. */
    static final class FakeWorkflow implements ComplaintWorkflow {

        final List<String> told = new ArrayList<>();
        Severity severity = Severity.S3;
        private final org.springframework.beans.factory.ObjectProvider<ComplaintLifecycle> lifecycle;

        FakeWorkflow(org.springframework.beans.factory.ObjectProvider<ComplaintLifecycle> lifecycle) {
            this.lifecycle = lifecycle;
        }

        @Override
        public void start(long caseId, String number, SeverityFacts facts) {
            String source = facts.sourceTeam();
            lifecycle.getObject().classify(caseId, severity, "other", new Bilingual("Everything else", "其他"),
                    source == null ? "repair-1" : source, source != null);
        }

        @Override
        public void waitingStarted(long caseId) {
            told.add("waiting");
        }

        @Override
        public void clocksMoved(long caseId) {
            told.add("clocksMoved");
        }

        @Override
        public void resumed(long caseId) {
            told.add("resumed");
        }

        @Override
        public void withdrawn(long caseId) {
            told.add("withdrawn");
        }

        @Override
        public void reopened(long caseId, String number, @Nullable String team, @Nullable String owner) {
            told.add("reopened " + team + " " + owner);
        }

        @Override
        public String diagram(String definitionId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String current() {
            return "complaint:1";
        }

        @Override
        public int version(String definitionId) {
            return 1;
        }

        @Override
        public Outline outline(String definitionId, Locale locale) {
            throw new UnsupportedOperationException();
        }
    }

    @Bean
    Organisation organisation() {
        return new TeamsOnly();
    }

    @Bean
    Customers customers(JdbcClient jdbc) {
        return new Customers() {
            @Override
            public Optional<Customer> find(long id) {
                return Optional.empty();
            }

            @Override
            public Optional<Customer> byAccount(String account) {
                return Optional.empty();
            }

            @Override
            public Customer register(CustomerData data) {
                return jdbc.sql("""
                        insert into customer as c (account, name, phone, phone_digits, area) values (?, ?, ?, ?, ?)
                        on conflict (account) do update set name = c.name returning *""")
                        .params(data.account(), data.name() == null ? "?" : data.name(), data.phone(), Phone.digits(data.phone()), data.area())
                        .query((row, index) -> new Customer(row.getLong("id"), row.getString("account"), row.getString("name"),
                                row.getString("phone"), Segment.ORDINARY, data.address(), row.getString("area"), "zh-CN", false, null, data.email())).single();
            }

            @Override
            public Optional<Customer> recognise(CustomerData data) {
                return Optional.empty();
            }

            @Override
            public Customer update(CustomerData data) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<String, Customer> updateAll(Collection<CustomerData> all) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void doNotCall(long id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Customer> startingWith(String text, int limit) {
                return List.of();
            }
        };
    }

    /** A plain complaint, captured. */
    static ComplaintIntake.Captured capture(String summary) {
        return bean(ComplaintIntake.class).capture(CaptureComplaint.by(Channel.HOTLINE).summary(summary).category("gas.service.late")
                .customer(new CustomerData(null, "王芳", "13800138000", null, null, "north")).build());
    }

    static Instant now() {
        return bean(MovableClock.class).instant();
    }

    static String state(long id) {
        return bean(JdbcClient.class).sql("select state from complaint where id = ?").param(id).query(String.class).single();
    }

    static Map<String, Object> row(long id) {
        return bean(JdbcClient.class).sql("select * from complaint where id = ?").param(id).query().singleRow();
    }
}
