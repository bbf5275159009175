package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.complaint.ComplaintKit.person;

import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees a case: the list and the single case always agree. */
class CaseAccessTest {

    private static ComplaintIntake.Captured complaint = new ComplaintIntake.Captured(0, "", false);

    @BeforeAll
    static void aCaseThatWentThroughTwoTeams() {
        ComplaintKit.who = person("intake", Role.INTAKE_AGENT);
        complaint = ComplaintKit.capture("可见范围");
        ComplaintKit.who = ComplaintKit.specialist();
        var cases = ComplaintKit.bean(ComplaintLifecycle.class);
        cases.assign(complaint.id(), "repair-1", "gas.service.late", null, null);
        ComplaintKit.who = person("handler", Role.TEAM_MEMBER, "repair-1");
        cases.returnToTriage(complaint.id(), "not ours");
        ComplaintKit.who = ComplaintKit.specialist();
        cases.assign(complaint.id(), "repair-2", "gas.service.late", null, null);
        ComplaintKit.who = person("handler2", Role.TEAM_MEMBER, "repair-2");
        cases.sign(complaint.id());
    }

    @AfterEach
    void asSpecialist() {
        ComplaintKit.who = ComplaintKit.specialist();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleAloneSeesTheCaseOnlyWhereItSeesAll(Role role) {
        boolean all = Set.of(Role.COMPLAINT_SPECIALIST, Role.DEPARTMENT_MANAGER, Role.SERVICE_DIRECTOR, Role.ADMINISTRATOR).contains(role);
        assertThat(sees(person("somebody", role))).isEqualTo(all);
    }

    @Test
    void aTeamSeesWhatItWasEverResponsibleFor() {
        assertThat(sees(person("handler", Role.TEAM_MEMBER, "repair-1"))).isTrue();
        assertThat(sees(person("leader", Role.TEAM_LEADER, "repair-2"))).isTrue();
        assertThat(sees(person("other", Role.TEAM_MEMBER, "hall-1"))).isFalse();
        assertThat(sees(person("designer", Role.PROCESS_DESIGNER, "repair-1"))).isFalse();
    }

    @Test
    void anIntakeAgentSeesWhatTheyCaptured() {
        assertThat(sees(person("intake", Role.INTAKE_AGENT))).isTrue();
        assertThat(sees(person("intake2", Role.INTAKE_AGENT))).isFalse();
    }

    @Test
    void aCallbackAgentSeesTheCaseTheyCallAgainUnlessTheyHandledIt() {
        assertThat(sees(person("agent", Role.CALLBACK_AGENT))).isFalse();
        recallTask("agent");
        assertThat(sees(person("agent", Role.CALLBACK_AGENT))).isTrue();
        recallTask("handler2");
        assertThat(sees(person("handler2", Role.CALLBACK_AGENT))).isFalse();
    }

    @Test
    void anUnknownNumberIsAnotherAnswerThanAHiddenCase() {
        ComplaintKit.who = person("intake2", Role.INTAKE_AGENT);
        var access = ComplaintKit.bean(CaseAccess.class);
        assertThatThrownBy(() -> access.require("RD-1999-000001"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> access.require(complaint.number()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
    }

    private static boolean sees(Actor who) {
        ComplaintKit.who = who;
        boolean listed = ComplaintKit.bean(CaseSearch.class)
                .list(new CaseFilter(complaint.number(), Set.of(), null, null, null, false, null, null), null, 10)
                .items().stream().anyMatch(row -> row.number().equals(complaint.number()));
        boolean opened;
        try {
            ComplaintKit.bean(CaseAccess.class).require(complaint.number());
            opened = true;
        } catch (Problem refused) {
            opened = refused.status() != 403;
        }
        assertThat(opened).isEqualTo(listed);
        return opened;
    }

    private static void recallTask(String assignee) {
        ComplaintKit.bean(JdbcClient.class).sql("""
                insert into open_task (id, kind, subject_id, subject, task_key, name_en, name_zh, form, definition_id, instance_id, team,
                    assignee, due_at, start_by, critical_at, work_minutes, created_at)
                values (gen_random_uuid()::text, 'CASE', ?, 'x', 'userTask_recallCustomer', 'x', 'x', 'x', 'x', 'x', 'CALLBACK_AGENT', ?,
                    now(), now(), now(), 10, now())""")
                .param(complaint.id()).param(assignee).update();
    }
}
