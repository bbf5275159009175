package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The work of the demo company goes through the real loop, and is there once. */
class DemoWorkTest extends RedressTest {

    @Autowired
    private DemoCompany company;

    @Test
    void thereIsWorkAtEveryStageAndTheSecondLoadChangesNothing() {
        company.loadWork();
        var states = states();
        assertThat(states).containsOnlyKeys("TRIAGE", "ASSIGNED", "IN_PROGRESS", "WAITING_CUSTOMER", "RESOLVED", "RECALL_DUE", "CLOSED",
                "SETTLED_ON_CALL", "REJECTED");
        assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(21);
        assertThat(jdbc.sql("select distinct state from follow_up_call").query(String.class).list())
                .contains("OPEN", "EVALUATED", "COMPLAINT");
        assertThat(jdbc.sql("select count(*) from complaint where severity = 'S1'").query(Integer.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from complaint where reopen_count > 0").query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_entry where origin = 'demo' and actor = 'handler'").query(Integer.class).single())
                .isPositive();

        company.loadWork();
        assertThat(states()).isEqualTo(states);
    }

    private Map<String, Integer> states() {
        return jdbc.sql("select state, count(*)::int as number from complaint where source is distinct from 'demo-months' group by state")
                .query((row, index) -> Map.entry(row.getString("state"), row.getInt("number"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
