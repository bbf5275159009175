package org.redress.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The company in memory follows the tables. */
class OrganisationTest extends RedressTest {

    @Autowired
    private Organisation organisation;

    @Autowired
    private Absences absences;

    @Autowired
    private PeopleAdministration administration;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theDemoCompanyIsThere() {
        assertThat(organisation.person("leader")).hasValueSatisfying(leader -> {
            assertThat(leader.roles()).containsExactlyInAnyOrder(Role.TEAM_LEADER, Role.TEAM_MEMBER);
            assertThat(leader.leads()).containsExactly("repair-1");
        });
        assertThat(organisation.members("repair-1")).extracting(Person::username).as("leaders first").containsExactly("leader", "handler");
        assertThat(organisation.team("repair-1")).map(Team::name).contains(new Bilingual("Repair Team 1", "维修一班"));
        assertThat(organisation.withRole(Role.COMPLAINT_SPECIALIST)).extracting(Person::username).containsExactly("specialist");
    }

    @Test
    void aChangeIsSeenInsideItsTransactionAndGoneWithIt() {
        transaction.executeWithoutResult(status -> {
            organisation.save(person("rolled", Set.of("repair-2")));
            assertThat(organisation.person("rolled")).isPresent();
            status.setRollbackOnly();
        });
        assertThat(organisation.person("rolled")).isEmpty();
        organisation.save(person("kept", Set.of("repair-2")));
        assertThat(organisation.members("repair-2")).extracting(Person::username).contains("kept");
    }

    @Test
    void aChangeOfAnotherNodeIsSeenAfterHalfAMinute() {
        assertThat(organisation.person("agent")).isPresent();
        jdbc.sql("update person set name_zh = '改名' where username = 'agent'").update();
        assertThat(organisation.person("agent").orElseThrow().name().zh()).isEqualTo("周敏");
        clock.advance(CompanyCache.AGE.plusSeconds(1));
        assertThat(organisation.person("agent").orElseThrow().name().zh()).isEqualTo("改名");
    }

    @Test
    void ensureTeamMakesWhatIsMissingAndChangesNothing() {
        var made = organisation.ensureTeam("bos-dpw", new Bilingual("DPW", "公共工程"), "boston");
        var again = organisation.ensureTeam("bos-dpw", new Bilingual("Other", "其他"), "elsewhere");
        assertThat(again).isEqualTo(made);
        assertThat(made.department()).isEqualTo("boston");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        var seen = administration.seen("intake");
        var person = organisation.person("intake").orElseThrow();
        administration.change(with(person, Set.of(Role.INTAKE_AGENT, Role.CALLBACK_AGENT)), Absence.NONE, seen);
        assertThatThrownBy(() -> administration.change(person, Absence.NONE, seen))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(organisation.person("intake").orElseThrow().roles()).contains(Role.CALLBACK_AGENT);
    }

    @Test
    void somebodyCanAlwaysAdminister() {
        var admin = organisation.person("admin").orElseThrow();
        assertThatThrownBy(() -> administration.change(with(admin, Set.of(Role.INTAKE_AGENT)), Absence.NONE, administration.seen("admin")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields().get(0).field()).isEqualTo("roles"));
    }

    @Test
    void absenceNamesADeputyWhoIsThere() {
        var week = new Absence("agent2", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6));
        absences.save("agent", week);
        assertThat(absences.of("agent").covers(LocalDate.of(2026, 3, 6))).isTrue();
        assertThat(absences.of("agent").covers(LocalDate.of(2026, 3, 7))).isFalse();
        assertThatThrownBy(() -> absences.save("agent", new Absence("agent", week.from(), week.to()))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> absences.save("agent", new Absence(null, week.to(), week.from()))).isInstanceOf(Problem.class);
    }

    private static Person person(String username, Set<String> teams) {
        return new Person(username, new Bilingual("New", "新人"), null, null, true, Set.of(Role.TEAM_MEMBER), teams, Set.of());
    }

    private static Person with(Person person, Set<Role> roles) {
        return new Person(person.username(), person.name(), person.email(), person.phone(), person.active(), roles, person.teams(),
                person.leads());
    }
}
