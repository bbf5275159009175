package org.redress.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Half days, deputies of deputies, and leaders who keep them for their own people. */
class AbsenceTest extends RedressTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @Autowired
    private Organisation organisation;

    @Autowired
    private Absences absences;

    @Test
    void halfDaysAreHalf() {
        var absence = new Absence(null, MONDAY, WEDNESDAY, true, true);
        assertThat(absence.coversMorning(MONDAY)).isFalse();
        assertThat(absence.coversAfternoon(MONDAY)).isTrue();
        assertThat(absence.coversAll(MONDAY.plusDays(1))).isTrue();
        assertThat(absence.coversMorning(WEDNESDAY)).isTrue();
        assertThat(absence.coversAfternoon(WEDNESDAY)).isFalse();
        assertThat(absence.covers(WEDNESDAY.plusDays(1))).isFalse();
        absences.save("director", absence);
        assertThat(absences.of("director")).isEqualTo(absence);
        assertThatThrownBy(() -> absences.save("director", new Absence(null, MONDAY, MONDAY, true, true))).isInstanceOf(Problem.class);
    }

    @Test
    void whoActsIsTheFirstOneThereAlongTheDeputies() {
        assertThat(organisation.standIn("agent", MONDAY)).as("nobody is away").isEqualTo("agent");
        absences.save("agent", new Absence("agent2", MONDAY, WEDNESDAY));
        absences.save("agent2", new Absence("intake", MONDAY.plusDays(1), null));
        assertThat(organisation.standIn("agent", MONDAY)).isEqualTo("agent2");
        assertThat(organisation.standIn("agent", MONDAY.plusDays(1))).as("the deputy is away too").isEqualTo("intake");
        assertThat(organisation.standIn("agent", WEDNESDAY.plusDays(1))).as("back again").isEqualTo("agent");
        absences.save("intake", new Absence("agent", MONDAY, WEDNESDAY));
        assertThat(organisation.standIn("agent", MONDAY.plusDays(1))).as("a circle ends").isNull();
        absences.save("agent2", new Absence(null, MONDAY, null));
        assertThat(organisation.standIn("agent", MONDAY)).as("a chain without an end").isNull();
        assertThat(organisation.standIn("nobody", MONDAY)).isNull();
    }

    @Test
    void aLeaderKeepsTheAbsencesOfTheirOwnPeople() {
        var leader = new Browser(url("")).as("leader");
        assertThat(leader.get("/absences").body()).contains("Wang Qiang", "Liu Gang").doesNotContain("Zhao Lei");
        var seen = SEEN.matcher(leader.get("/absences/handler").body());
        assertThat(seen.find()).isTrue();
        var form = Map.of("seen", seen.group(1), "absentFrom", "2026-03-02", "absentTo", "2026-03-04", "absentToNoon", "true", "deputy", "leader");
        assertThat(leader.post("/absences/handler", form).statusCode()).isEqualTo(302);
        assertThat(leader.get("/absences").body()).contains("The absence of Wang Qiang is saved.", "2 Mar 2026 to 4 Mar 2026 (until noon)");
        assertThat(leader.post("/absences/handler", form).statusCode()).as("the same form once more").isEqualTo(409);
        assertThat(leader.get("/absences/handler2").statusCode()).as("another team").isEqualTo(403);
        var manager = new Browser(url("")).as("manager").speaking("zh-CN");
        assertThat(manager.get("/absences?lang=zh-CN").body()).contains("2026年3月2日至2026年3月4日（上午止）", "赵磊");
        assertThat(new Browser(url("")).as("handler").get("/absences").statusCode()).isEqualTo(403);
    }
}
