package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** The trail can only grow, and says who, when, from where and what. */
class AuditTrailTest extends RedressTest {

    @Autowired
    private AuditTrail audit;

    @Autowired
    private CurrentActor current;

    @Autowired
    private AuditReader reader;

    @Test
    void aLineCanBeNeitherChangedNorRemoved() {
        write("agent", "AUDIT-1");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'nobody'").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update()).hasMessageContaining("append-only");
    }

    @Test
    void aLineSaysWhoFromWhereAndWhat() {
        write("specialist", "AUDIT-2");
        var line = reader.read(new AuditFilter("specialist", "CASE", "AUDIT-2", "ASSIGN", clock.instant(), null), null, 10).items().get(0);
        assertThat(line.origin()).isEqualTo("test");
        assertThat(line.at()).isEqualTo(clock.instant());
        assertThat(line.change()).containsEntry("team", "repair-1");
    }

    @Test
    void longTrailsAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            write("leader", "AUDIT-PAGE");
        }
        var filter = new AuditFilter("leader", null, "AUDIT-PAGE", null, null, null);
        var first = reader.read(filter, null, 3);
        var second = reader.read(filter, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void anAdministratorReadsItOnAPageInBothLanguages() {
        write("agent", "AUDIT-3");
        var admin = new Browser(url("")).as("admin");
        assertThat(admin.get("/admin/audit?id=AUDIT-3").body()).contains("AUDIT-3", "ASSIGN", "team: repair-1", "Audit trail");
        assertThat(admin.get("/admin/audit?id=AUDIT-3&lang=zh-CN").body()).contains("审计记录", "AUDIT-3");
        assertThat(admin.get("/admin/audit?id=NO-SUCH&lang=en").body()).contains("No line matches.");
        assertThat(admin.get("/admin/audit?from=yesterday").statusCode()).isEqualTo(422);
    }

    private void write(String username, String id) {
        current.callAs(new Actor(username, Set.of(), Set.of(), "test"), () -> {
            audit.record("ASSIGN", "CASE", id, Map.of("team", "repair-1"));
            return true;
        });
    }
}
