package org.redress.organisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of this module. */
@Repository
class CompanyStore {

    private static final String PEOPLE = """
            select p.*,
                   array(select role from person_role r where r.username = p.username) as roles,
                   array(select team_code from team_member m where m.username = p.username order by team_code) as teams,
                   array(select team_code from team_member m where m.username = p.username and m.leader order by team_code) as leads
              from person p
             order by p.username""";

    private final JdbcClient jdbc;

    CompanyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Company load() {
        var people = new LinkedHashMap<String, Person>();
        var absences = new LinkedHashMap<String, Absence>();
        jdbc.sql(PEOPLE).query((ResultSet row) -> {
            people.put(row.getString("username"), person(row));
            absences.put(row.getString("username"), new Absence(row.getString("deputy"), row.getObject("absent_from", LocalDate.class),
                    row.getObject("absent_to", LocalDate.class), row.getBoolean("absent_from_noon"), row.getBoolean("absent_to_noon")));
        });
        var teams = new LinkedHashMap<String, Team>();
        jdbc.sql("select * from team order by code").query((ResultSet row) -> {
            teams.put(row.getString("code"), new Team(row.getString("code"), row.getString("department_code"), name(row),
                    "PARTNER".equals(row.getString("kind")), row.getBoolean("active")));
        });
        return new Company(people, teams, absences);
    }

    List<Department> departments() {
        return jdbc.sql("select * from department order by code")
                .query((row, index) -> new Department(row.getString("code"), name(row))).list();
    }

    void save(Department department) {
        jdbc.sql("""
                insert into department (code, name_en, name_zh) values (:code, :en, :zh)
                on conflict (code) do update set name_en = excluded.name_en, name_zh = excluded.name_zh""")
                .param("code", department.code()).param("en", department.name().en()).param("zh", department.name().zh()).update();
    }

    /** Leaves a department that exists as it is. */
    void ensureDepartment(String code) {
        jdbc.sql("insert into department (code, name_en, name_zh) values (:code, :code, :code) on conflict do nothing")
                .param("code", code).update();
    }

    void save(Team team) {
        insertTeam(team, """
                on conflict (code) do update set department_code = excluded.department_code, name_en = excluded.name_en,
                   name_zh = excluded.name_zh, kind = excluded.kind, active = excluded.active""");
    }

    /** Leaves a team that exists as it is. */
    void ensure(Team team) {
        insertTeam(team, "on conflict do nothing");
    }

    private void insertTeam(Team team, String whenThere) {
        jdbc.sql("""
                insert into team (code, department_code, name_en, name_zh, kind, active)
                values (:code, :department, :en, :zh, :kind, :active)
                """ + whenThere)
                .param("code", team.code()).param("department", team.department())
                .param("en", team.name().en()).param("zh", team.name().zh())
                .param("kind", team.partner() ? "PARTNER" : "INTERNAL").param("active", team.active()).update();
    }

    void save(Person person) {
        jdbc.sql("""
                insert into person (username, name_en, name_zh, email, phone, active)
                values (:username, :en, :zh, :email, :phone, :active)
                on conflict (username) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
                   email = excluded.email, phone = excluded.phone, active = excluded.active""")
                .param("username", person.username()).param("en", person.name().en()).param("zh", person.name().zh())
                .param("email", person.email()).param("phone", person.phone()).param("active", person.active()).update();
        jdbc.sql("delete from person_role where username = ?").param(person.username()).update();
        jdbc.sql("insert into person_role (username, role) select ?, unnest(?)")
                .param(person.username()).param(person.roles().stream().map(Enum::name).toArray(String[]::new)).update();
        jdbc.sql("delete from team_member where username = ?").param(person.username()).update();
        var teams = new LinkedHashSet<>(person.teams());
        teams.addAll(person.leads());
        jdbc.sql("insert into team_member (username, team_code, leader) select ?, code, code = any(?) from unnest(?) as t(code)")
                .param(person.username()).param(person.leads().toArray(String[]::new)).param(teams.toArray(String[]::new)).update();
    }

    void save(String username, Absence absence) {
        jdbc.sql("""
                update person set deputy = :deputy, absent_from = :from, absent_to = :to, absent_from_noon = :fromNoon,
                    absent_to_noon = :toNoon where username = :username""")
                .param("fromNoon", absence.fromNoon()).param("toNoon", absence.toNoon())
                .param("deputy", absence.deputy()).param("from", absence.from()).param("to", absence.to())
                .param("username", username).update();
    }

    /** Keeps two administrators from writing the same row at once; held until the transaction ends. */
    void lock(String table, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param(table + ":" + key).query((ResultSet row) -> { });
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("username"), name(row), row.getString("email"), row.getString("phone"),
                row.getBoolean("active"), strings(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                strings(row, "teams"), strings(row, "leads"));
    }

    private static Bilingual name(ResultSet row) throws SQLException {
        return new Bilingual(row.getString("name_en"), row.getString("name_zh"));
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }
}
