package org.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.callback.CampaignCalls.Opened;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign calls whom it chose, each once, beside the daily programme. */
class CampaignCallsTest extends RedressTest {

    @Autowired
    private ServiceJobs jobs;
    @Autowired
    private CampaignCalls campaign;

    @Test
    void everyChosenJobHasOneLineInTheCampaign() {
        Instant now = clock.instant();
        jobs.intake(List.of(job("K-1", "0755 5555 0101", now.minus(Duration.ofDays(60))), job("K-2", null, now.minus(Duration.ofDays(60))),
                job("K-3", "0755 5555 0103", now.minus(Duration.ofDays(1)))));
        jdbc.sql("update customer set do_not_call = true where account = 'A-K-3'").update();
        List<Long> ids = new ArrayList<>(jdbc.sql("select id from service_job where external_id like 'K-%' order by id").query(Long.class).list());
        ids.add(ids.get(0));
        ids.add(-1L);

        Opened first = campaign.open(7, "gas-leaks", ids, now.plus(Duration.ofDays(7)));
        assertThat(first).isEqualTo(new Opened(1, 0, Map.of(CallState.NO_PHONE, 1, CallState.DO_NOT_CALL, 1)));
        assertThat(campaign.open(7, "gas-leaks", ids, now.plus(Duration.ofDays(7)))).as("already called in this campaign").isEqualTo(new Opened(0, 3, Map.of()));
        assertThat(campaign.open(8, null, ids, now)).as("a window that is over").isEqualTo(
                new Opened(0, 0, Map.of(CallState.NO_PHONE, 1, CallState.DO_NOT_CALL, 1, CallState.LAPSED, 1)));

        assertThat(jdbc.sql("""
                select c.campaign_id || ' ' || c.questionnaire || ' ' || c.state || ' ' || (c.window_ends_at = :end) from follow_up_call c
                join open_task t on t.kind = 'CALL' and t.subject_id = c.id join service_job j on j.id = c.job_id
                where j.external_id = 'K-1'""").param("end", JobTable.offset(now.plus(Duration.ofDays(7)))).query(String.class).list())
                .containsExactly("7 gas-leaks OPEN true");
        assertThat(jdbc.sql("select count(*) from follow_up_call c join service_job j on j.id = c.job_id where j.external_id = 'K-1'")
                .query(Integer.class).single()).as("beside the line of the daily programme").isEqualTo(3);
    }

    private static ServiceJob job(String id, String phone, Instant doneAt) {
        return new ServiceJob(id, Business.REPAIR, doneAt, null, "repair-1", "handler",
                new ServiceJob.JobCustomer("A-" + id, "Li", phone, null), false);
    }
}
