package org.redress.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule proposes what stands out, once, and nothing else. */
class CampaignProposalsTest extends RedressTest {

    @Autowired
    private CampaignProposals proposals;

    @Autowired
    private Campaigns campaigns;

    private CampaignData data;

    @BeforeEach
    void sevenMonthsBefore() {
        data = new CampaignData(jdbc);
        for (int i = 2; i <= 8; i++) {
            data.month(Business.REPAIR, LocalDate.of(2026, 3, 5).minusMonths(i), 50, 1);
        }
    }

    @Test
    void aStableHistoryProposesNothing() {
        data.month(Business.REPAIR, LocalDate.of(2026, 2, 5), 50, 3);
        proposals.look();
        assertThat(campaigns.all(10, 0)).as("3 of 50 is 6 %, the limit of 50 with a mean of 2 % is 7.94 %").isEmpty();
    }

    @Test
    void whatStandsOutIsProposedOnce() {
        data.month(Business.REPAIR, LocalDate.of(2026, 2, 5), 50, 4);
        data.month(Business.IGNITION, LocalDate.of(2026, 2, 5), 50, 25);
        proposals.look();
        proposals.look();
        assertThat(campaigns.all(10, 0)).singleElement().satisfies(campaign -> {
            assertThat(campaign.state()).isEqualTo(CampaignState.PROPOSED);
            assertThat(campaign.business()).as("ignition has no history").isEqualTo(Business.REPAIR);
            assertThat(campaign.signal()).isEqualTo(Signal.DISSATISFACTION_RATE);
            assertThat(campaign.month()).hasToString("2026-02");
            assertThat(campaign.chart()).isNotNull();
            assertThat(campaign.chart().points()).hasSize(8).last().isEqualTo(new ControlChart.Point(campaign.month(), 4, 50));
            assertThat(campaign.chart().mean()).isEqualTo(new Proportion(7, 350));
            assertThat(campaign.code()).matches("TC-2026-\\d{4}");
        });
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'PROPOSE_CAMPAIGN'").query(Integer.class).single()).isEqualTo(1);

        campaigns.all(1, 0).forEach(campaign -> jdbc.sql("update campaign set state = 'DROPPED', reason = 'known' where id = ?").param(campaign.id()).update());
        proposals.look();
        assertThat(campaigns.all(10, 0)).as("what was dropped does not come back").hasSize(1);
    }

    @Test
    void complaintsAreCountedAgainstTheJobsOfTheMonth() {
        data.month(Business.REPAIR, LocalDate.of(2026, 2, 5), 50, 0);
        jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, service_job, business, summary)
                select 'RD-T-' || row_number() over (order by id), case when row_number() over (order by id) <= 4 then 'CLOSED' else 'MERGED' end, 'S3', 'HOTLINE',
                    received_at, received_at, 'intake', external_id, business, 'late'
                from service_job where done_at > '2026-02-01' order by id limit 6""").update();
        proposals.look();
        assertThat(campaigns.all(10, 0)).singleElement().satisfies(campaign -> {
            assertThat(campaign.signal()).isEqualTo(Signal.COMPLAINT_RATE);
            assertThat(campaign.chart().last()).as("the merged ones are left out").isEqualTo(new ControlChart.Point(campaign.month(), 4, 50));
        });
    }
}
