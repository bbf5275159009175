package org.redress.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;

/** People, teams and departments as an administrator keeps them. */
class AdministrationPagesTest extends RedressTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @Test
    void theListShowsPeopleInTheReadersLanguage() {
        var admin = new Browser(url("")).as("admin");
        assertThat(admin.get("/admin/people").body()).contains("Wang Qiang", "Team member", "Showing 1 to");
        assertThat(admin.get("/admin/people?q=repair-1").body()).contains("handler", "leader").doesNotContain("handler2");
        assertThat(admin.get("/admin/people?q=zzz").body()).contains("Nobody matches");
        assertThat(admin.speaking("zh-CN").get("/admin/people?lang=zh-CN").body()).contains("王强", "班组成员");
    }

    @Test
    void aDateThatIsNoneIsSaidWithoutTechnicalWords() {
        var admin = new Browser(url("")).as("admin");
        admin.get("/admin/people/agent?lang=en");
        var refused = admin.post("/admin/people/agent", Map.of("nameEn", "Zhou Min", "nameZh", "周敏", "absentFrom", "soon"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not a date.").doesNotContain("Failed to convert", "LocalDate");
    }

    @Test
    void aPersonIsAddedChangedAndSentAway() {
        var admin = new Browser(url("")).as("admin");
        admin.get("/admin/people/new");
        var bad = admin.post("/admin/people/new", Map.of("username", "9 bad", "nameEn", "", "nameZh", "某人"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("There is a problem", "某人", "href=\"#nameEn\"");
        var added = admin.post("/admin/people/new", Map.of("username", "newcomer", "nameEn", "New Comer", "nameZh", "新来", "active", "true",
                "roles", "TEAM_MEMBER", "teams", "repair-2", "leads", "repair-2"));
        assertThat(added.headers().firstValue("Location")).hasValue("/admin/people/newcomer/account");

        var page = admin.get("/admin/people/newcomer").body();
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();
        var form = Map.of("seen", seen.group(1), "nameEn", "New Comer", "nameZh", "新来者", "_active", "on", "deputy", "handler2", "absentFrom", "2026-03-02");
        assertThat(admin.post("/admin/people/newcomer", form).headers().firstValue("Location")).hasValue("/admin/people");
        assertThat(admin.get("/admin/people?q=newcomer").body()).contains("The person is saved.", "Inactive");
        assertThat(admin.post("/admin/people/newcomer", form).statusCode()).as("the same form once more").isEqualTo(409);
    }

    @Test
    void teamsAndDepartmentsAreKept() {
        var admin = new Browser(url("")).as("admin");
        assertThat(admin.get("/admin/teams").body()).contains("Repair Team 1", "Business Halls");
        admin.get("/admin/departments/new");
        assertThat(admin.post("/admin/departments/new", Map.of("code", "partners", "nameEn", "Partners", "nameZh", "合作单位")).statusCode())
                .isEqualTo(302);
        admin.get("/admin/teams/new");
        var team = Map.of("code", "agent-hall", "nameEn", "Agent hall", "nameZh", "代办点", "department", "partners", "partner", "true", "active",
                "true");
        assertThat(admin.post("/admin/teams/new", team).statusCode()).isEqualTo(302);
        assertThat(admin.post("/admin/teams/new", team).body()).contains("The code agent-hall is taken.");
        assertThat(admin.get("/admin/teams/agent-hall").body()).contains("Agent hall");
        assertThat(admin.post("/admin/teams/agent-hall", Map.of("nameEn", "Agent hall", "nameZh", "代办点", "department", "nowhere")).statusCode())
                .isEqualTo(422);
    }
}
