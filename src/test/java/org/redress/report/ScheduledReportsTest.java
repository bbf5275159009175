package org.redress.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.figure.PeriodKind;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Views are kept, shared and mailed: on the morning of the first working day, once, whoever sends. */
class ScheduledReportsTest extends RedressTest {

    private static final Actor MANAGER = new Actor("manager", Set.of("DEPARTMENT_MANAGER"), Set.of(), "test");
    private static final Actor LEADER = new Actor("leader", Set.of("TEAM_LEADER"), Set.of("repair-1"), "test");

    @Autowired
    private SavedViews views;

    @Autowired
    private Schedules schedules;

    @Autowired
    private ReportMailer mailer;

    @Autowired
    private ReportLease lease;

    @Autowired
    private CurrentActor current;

    @BeforeEach
    void noViews() {
        clock.setLocal("2026-03-04T15:00");
        jdbc.sql("truncate saved_view, view_schedule, view_recipient, report_lease cascade").update();
        jdbc.sql("delete from message where template = 'report.scheduled'").update();
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return current.callAs(actor, work);
    }

    private void does(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    private long view(String name, boolean shared) {
        return as(MANAGER, () -> views.save(name, ReportQuery.of(Map.of("kind", "month", "group", "satisfaction", "dimension", "team"), LocalDate.of(2026, 3, 4)), shared));
    }

    private List<String> sent() {
        return jdbc.sql("select key from message where template = 'report.scheduled' order by key").query(String.class).list();
    }

    @Test
    void aMonthlyMailGoesOutOnceOnTheFirstWorkingMorning() {
        long id = view("Satisfaction", true);
        does(MANAGER, () -> schedules.set(id, Rhythm.MONTHLY, Set.of("manager", "leader")));
        assertThat(as(MANAGER, () -> schedules.of(id)).orElseThrow().nextOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        ReportMails first = new ReportMails(mailer, lease);
        ReportMails second = new ReportMails(mailer, lease);
        first.run();
        assertThat(sent()).isEmpty();
        clock.setLocal("2026-04-01T07:59");
        first.run();
        assertThat(sent()).as("before the morning").isEmpty();
        clock.setLocal("2026-04-01T08:00");
        CompletableFuture.allOf(CompletableFuture.runAsync(first::run), CompletableFuture.runAsync(second::run), CompletableFuture.runAsync(() -> mailer.send(id)),
                CompletableFuture.runAsync(() -> mailer.send(id))).join();
        second.run();
        assertThat(sent()).containsExactly("report/" + id + "/2026-04-01/leader", "report/" + id + "/2026-04-01/manager");
        String values = jdbc.sql("select filled::text from message where key like :key").param("key", "report/" + id + "/%/manager").query(String.class).single();
        assertThat(values).contains("March 2026", "2026年3月", "/reports?view=" + id + "&from=2026-03-01", "Satisfaction");
        assertThat(as(MANAGER, () -> schedules.of(id)).orElseThrow().nextOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        jdbc.sql("update view_schedule set next_on = '2026-04-01'").update();
        first.run();
        assertThat(sent()).as("the key of a view and a day is told once").hasSize(2);
    }

    @Test
    void aWeekThatBeginsWithAHolidayIsMailedOnItsFirstWorkingDay() {
        long id = view("Weekly", true);
        clock.setLocal("2026-04-30T15:00");
        does(MANAGER, () -> schedules.set(id, Rhythm.WEEKLY, Set.of("manager")));
        LocalDate next = as(MANAGER, () -> schedules.of(id)).orElseThrow().nextOn();
        assertThat(next).as("Labour Day ends on 5 May 2026").isEqualTo(LocalDate.of(2026, 5, 6));
        clock.setLocal("2026-05-04T10:00");
        new ReportMails(mailer, lease).run();
        assertThat(sent()).isEmpty();
        clock.setLocal("2026-05-06T10:00");
        new ReportMails(mailer, lease).run();
        assertThat(sent()).containsExactly("report/" + id + "/2026-05-06/manager");
    }

    @Test
    void aNodeThatStoppedIsForgottenAndOneThatWorksIsLeftAlone() {
        assertThat(lease.take("one")).isTrue();
        assertThat(lease.take("two")).isFalse();
        assertThat(lease.take("one")).isTrue();
        clock.advance(ReportLease.TIME.plus(Duration.ofSeconds(1)));
        assertThat(lease.take("two")).isTrue();
        lease.giveBack("one");
        assertThat(lease.take("three")).as("only the holder gives back").isFalse();
        lease.giveBack("two");
        assertThat(lease.take("three")).isTrue();
    }

    @Test
    void readersStopOwnersPauseAndWhoMayNotReadIsLeftOut() {
        long id = view("Satisfaction", true);
        does(MANAGER, () -> schedules.set(id, Rhythm.MONTHLY, Set.of("manager", "leader", "director")));
        does(LEADER, () -> schedules.stop(id, true));
        jdbc.sql("delete from person_role where username = 'director'").update();
        clock.setLocal("2026-04-01T09:00");
        application();
        does(MANAGER, () -> schedules.pause(id, true));
        new ReportMails(mailer, lease).run();
        assertThat(sent()).as("paused").isEmpty();
        clock.setLocal("2026-04-20T09:00");
        does(MANAGER, () -> schedules.pause(id, false));
        new ReportMails(mailer, lease).run();
        assertThat(sent()).as("what was missed in the pause is not sent").isEmpty();
        clock.setLocal("2026-05-06T09:00");
        new ReportMails(mailer, lease).run();
        assertThat(sent()).containsExactly("report/" + id + "/2026-05-06/manager");
        does(MANAGER, () -> views.change(id, 0, "Satisfaction", false));
        does(LEADER, () -> assertThatThrownBy(() -> views.one(id)).isInstanceOf(Problem.class));
        does(MANAGER, () -> schedules.end(id));
        assertThat(as(MANAGER, () -> schedules.of(id))).isEmpty();
    }

    @Autowired
    private org.redress.organisation.ForgetCompany company;

    private void application() {
        company.forget();
    }

    @Test
    void whatCannotBeIsRefused() {
        long id = view("Satisfaction", false);
        refused(MANAGER, 422, () -> views.save("satisfaction ", ReportQuery.of("", LocalDate.of(2026, 3, 4)), true));
        refused(MANAGER, 422, () -> views.save(" ", ReportQuery.of("", LocalDate.of(2026, 3, 4)), true));
        refused(MANAGER, 422, () -> views.save("x".repeat(101), ReportQuery.of("", LocalDate.of(2026, 3, 4)), true));
        refused(MANAGER, 422, () -> schedules.set(id, Rhythm.WEEKLY, Set.of()));
        refused(MANAGER, 422, () -> schedules.set(id, Rhythm.WEEKLY, Set.of("agent")));
        refused(MANAGER, 422, () -> schedules.set(id, Rhythm.WEEKLY, Set.of("leader")));
        refused(LEADER, 404, () -> views.one(id));
        does(MANAGER, () -> views.change(id, 0, "Ours", true));
        refused(MANAGER, 409, () -> views.change(id, 0, "Late", true));
        refused(LEADER, 403, () -> views.change(id, 1, "Mine", true));
        refused(LEADER, 403, () -> views.delete(id));
        refused(LEADER, 404, () -> schedules.stop(id, true));
        assertThat(as(LEADER, () -> views.save("Ours", ReportQuery.of("kind=week&group=calls&team=repair-1", LocalDate.of(2026, 3, 4)), false))).isPositive();
        SavedView own = as(LEADER, views::all).get(0);
        ReportQuery opened = ReportQuery.of(own.query(), LocalDate.of(2026, 3, 4));
        assertThat(opened.kind()).isEqualTo(PeriodKind.WEEK);
        assertThat(opened.from()).as("the latest week that is over").isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(own.query()).doesNotContain("from").contains("team=repair-1");
    }

    private void refused(Actor actor, int status, Runnable act) {
        does(actor, () -> assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(status)));
    }

    @Test
    void peopleKeepOpenShareMailAndDeleteOnThePages() {
        Browser manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/reports/views/new?lang=en&group=calls&dimension=team&from=2026-01-01").body()).contains("Follow-up calls, split by: Team, latest Month");
        var refused = manager.post("/reports/views", Map.of("query", "group=calls&dimension=team", "name", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give the view a name.", "href=\"#name\"");
        String page = manager.post("/reports/views", Map.of("query", "group=calls&dimension=team", "name", "Calls <b>", "shared", "1")).headers().firstValue("Location").orElseThrow();
        assertThat(manager.get(page).body()).contains("Calls &lt;b&gt;", "Not mailed.");
        assertThat(manager.post(page + "/mail", Map.of("rhythm", "WEEKLY")).body()).contains("Choose who gets it.");
        manager.post(page + "/mail", Map.of("rhythm", "WEEKLY", "recipients", "leader"));
        assertThat(manager.get(page).body()).contains("next on 9 Mar 2026");
        Browser leader = new Browser(url("")).as("leader");
        String id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(leader.get("/reports?lang=en&view=" + id).body()).contains("Reports: Calls &lt;b&gt;", "Figures of February 2026");
        assertThat(leader.get(page).body()).contains("You get this mail.").doesNotContain("Delete the view");
        leader.post(page + "/stop", Map.of("stopped", "true"));
        assertThat(leader.get(page).body()).contains("You do not get this mail any more.");
        assertThat(leader.post(page + "/delete", Map.of()).statusCode()).isEqualTo(403);
        manager.post(page + "/pause", Map.of("paused", "true"));
        assertThat(manager.get("/reports/views").body()).contains("The mail is paused.");
        manager.post(page + "/delete", Map.of());
        assertThat(manager.get(page).statusCode()).isEqualTo(404);
        assertThat(manager.get("/reports/views/nonsense").statusCode()).isEqualTo(404);
    }
}
