package org.redress.demo;

import java.util.List;
import java.util.Set;
import org.redress.access.Accounts;
import org.redress.organisation.Department;
import org.redress.organisation.Departments;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.organisation.Team;
import org.redress.shared.Bilingual;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Departments, teams and people of the demo company; the accounts that api.md names. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoPeople {

    private static final List<Department> DEPARTMENTS = List.of(
            new Department("service", new Bilingual("Customer Service", "客户服务部")),
            new Department("operations", new Bilingual("Field Operations", "运维部")),
            new Department("halls", new Bilingual("Business Halls", "营业部")));

    private static final List<Team> TEAMS = List.of(
            new Team("repair-1", "operations", new Bilingual("Repair Team 1", "维修一班"), false, true),
            new Team("repair-2", "operations", new Bilingual("Repair Team 2", "维修二班"), false, true),
            new Team("hall-1", "halls", new Bilingual("Business Hall 1", "营业1所"), false, true),
            new Team("hall-2", "halls", new Bilingual("Business Hall 2", "营业2所"), false, true));

    private static final List<Person> PEOPLE = List.of(
            person("agent", "Zhou Min", "周敏", Role.CALLBACK_AGENT),
            person("agent2", "Wu Lan", "吴兰", Role.CALLBACK_AGENT),
            person("intake", "Chen Jing", "陈静", Role.INTAKE_AGENT),
            person("specialist", "Li Hua", "李华", Role.COMPLAINT_SPECIALIST),
            member("handler", "Wang Qiang", "王强", "repair-1", false),
            member("handler2", "Zhao Lei", "赵磊", "repair-2", false),
            member("leader", "Liu Gang", "刘刚", "repair-1", true),
            member("clerk", "Huang Li", "黄丽", "hall-1", true),
            member("clerk2", "Lin Fang", "林芳", "hall-2", true),
            member("leader2", "Xu Jun", "徐军", "repair-2", true),
            person("manager", "Sun Wei", "孙伟", Role.DEPARTMENT_MANAGER),
            person("director", "Ma Ning", "马宁", Role.SERVICE_DIRECTOR),
            person("designer", "Gao Yang", "高扬", Role.PROCESS_DESIGNER),
            person("designer2", "He Ping", "何平", Role.PROCESS_DESIGNER),
            person("admin", "Guo Tao", "郭涛", Role.ADMINISTRATOR));

    /** Work for the company but do not sign in: the halls' clerks and the second team's leader. */
    private static final Set<String> WITHOUT_ACCOUNT = Set.of("clerk", "clerk2", "leader2");

    private final Departments departments;
    private final Organisation organisation;
    private final Accounts accounts;

    DemoPeople(Departments departments, Organisation organisation, Accounts accounts) {
        this.departments = departments;
        this.organisation = organisation;
        this.accounts = accounts;
    }

    void load() {
        DEPARTMENTS.forEach(departments::save);
        TEAMS.forEach(organisation::save);
        PEOPLE.forEach(organisation::save);
        accounts.openDemo(PEOPLE.stream().map(Person::username).filter(username -> !WITHOUT_ACCOUNT.contains(username)).toList());
    }

    private static Person person(String username, String en, String zh, Role role) {
        return new Person(username, new Bilingual(en, zh), null, null, true, Set.of(role), Set.of(), Set.of());
    }

    private static Person member(String username, String en, String zh, String team, boolean leader) {
        var roles = leader ? Set.of(Role.TEAM_MEMBER, Role.TEAM_LEADER) : Set.of(Role.TEAM_MEMBER);
        return new Person(username, new Bilingual(en, zh), null, null, true, roles, Set.of(team), leader ? Set.of(team) : Set.of());
    }
}
