package org.redress.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Business;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns as people open them, in both languages. */
class CampaignPagesTest extends RedressTest {

    @Autowired
    private CampaignProposals proposals;

    private CampaignData data;
    private long proposal;

    @BeforeEach
    void aProposal() {
        data = new CampaignData(jdbc);
        for (int i = 2; i <= 8; i++) {
            data.month(Business.REPAIR, LocalDate.of(2026, 3, 5).minusMonths(i), 50, 1);
        }
        data.month(Business.REPAIR, LocalDate.of(2026, 2, 5), 50, 7);
        jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, service_job, business, summary, category,
                    root_cause)
                select 'RD-P-' || place, 'CLOSED', 'S3', 'HOTLINE', received_at, received_at, 'intake', external_id, business, 'late',
                    'gas.service.late', case when place = 1 then '派工时没有预留路程时间' end
                from (select *, row_number() over (order by id) as place from service_job where done_at > '2026-02-01') j where place <= 2""").update();
        proposals.look();
        proposal = jdbc.sql("select id from campaign").query(Long.class).single();
    }

    @Test
    void theProposalShowsItsPointsItsRuleAndTheCausesSoFar() {
        var manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/campaigns").body()).contains("Repair: dissatisfaction rate, Feb 2026", "14.00 % (7 of 50), above the upper limit of 7.94 %");
        var page = manager.get("/campaigns/" + proposal).body();
        assertThat(page).contains("<svg", "p̄ = 7 / 350 = 0.0200; upper limit = 0.0200 + 3 × √( 0.0200 × 0.9800 / 50 ) = 7.94 %", "Stands out",
                "Not at the appointed time", "1 of 1 causes make up 100.00 % of 2", "Accept: choose whom to call").doesNotContain("??");
        assertThat(manager.get("/campaigns/" + proposal + "/rows?month=2026-02").body()).contains("7 lines", "Fail");
        assertThat(manager.get("/campaigns/" + proposal + "/rows?by=CATEGORY&cause=gas.service.late").body()).contains("2 lines", "RD-P-1", "RD-P-2");
        assertThat(manager.get("/campaigns/" + proposal + "/rows?month=never").statusCode()).isEqualTo(404);
        assertThat(manager.get("/campaigns/999999").statusCode()).isEqualTo(404);

        var director = new Browser(url("")).as("director").speaking("zh-CN");
        assertThat(director.get("/campaigns?lang=zh-CN").body()).contains("专题回访", "维修：2026年2月不满意率异常", "超出控制上限 7.94 %").doesNotContain("??");
        assertThat(director.get("/campaigns/" + proposal + "?lang=zh-CN").body()).contains("控制上限", "未按约上门", "不采纳").doesNotContain("??");
    }

    @Test
    void readersReadAndLeadersReadTheirOwnTeamsLinesOnly() {
        var specialist = new Browser(url("")).as("specialist");
        assertThat(specialist.get("/campaigns/" + proposal).body()).doesNotContain("Accept: choose whom to call", "Drop the proposal");
        assertThat(specialist.post("/campaigns/" + proposal + "/drop", Map.of("version", "0", "reason", "no")).statusCode()).isEqualTo(403);
        assertThat(new Browser(url("")).as("leader").get("/campaigns/" + proposal + "/rows?month=2026-02").body()).contains("7 lines");
        jdbc.sql("update service_job set team = 'repair-2' where done_at > '2026-02-01'").update();
        assertThat(new Browser(url("")).as("leader").get("/campaigns/" + proposal + "/rows?month=2026-02").body()).contains("none that you may read");
    }

    @Test
    void aManagerSeesWhatItComesToAndStartsIt() {
        var manager = new Browser(url("")).as("manager");
        assertThat(manager.get("/campaigns/new?proposal=" + proposal).body()).contains("value=\"2026-02-01\"", "value=\"2026-02-28\"",
                "Repair: dissatisfaction rate, Feb 2026");
        var form = new LinkedHashMap<>(Map.of("proposal", String.valueOf(proposal), "version", "0", "name", "维修专题", "business", "REPAIR", "from", "2026-02-01",
                "to", "2026-02-28", "most", "20", "restDays", "30", "lastDay", "2026-03-16"));
        form.put("start", "false");
        var seen = manager.post("/campaigns/new", form);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains("20 calls from 50 jobs", "Not drawn", "It fits.", "Put 20 calls on the list");
        form.put("most", "many");
        assertThat(manager.post("/campaigns/new", form).statusCode()).isEqualTo(422);
        form.put("most", "20");
        form.put("start", "true");
        var started = manager.post("/campaigns/new", form);
        assertThat(started.statusCode()).isEqualTo(302);
        assertThat(manager.get("/campaigns/" + proposal).body()).contains("0 of 20 reached", "Still on the call list", "Keep the finding", "No measure has been decided");
        assertThat(manager.post("/campaigns/new", form).statusCode()).as("somebody was faster").isEqualTo(409);

        answers();
        var page = manager.get("/campaigns/" + proposal).body();
        assertThat(page).contains("3 of 20 reached", "What customers answered", "2 of 2 causes make up 100.00 % of 3");
        assertThat(manager.get("/campaigns/" + proposal + "/rows?by=ANSWER&cause=LATE").body()).contains("2 lines", "LATE");

        assertThat(manager.post("/campaigns/" + proposal + "/analyse", Map.of("version", "1", "finding", " ")).body()).contains("Say what was found");
        assertThat(manager.post("/campaigns/" + proposal + "/analyse", Map.of("version", "1", "finding", "路程时间不足")).statusCode()).isEqualTo(302);
        assertThat(manager.post("/campaigns/" + proposal + "/measures", Map.of("text", "", "team", "", "owner", "nobody")).body())
                .contains("Nobody here has the account nobody");
        assertThat(manager.post("/campaigns/" + proposal + "/measures", Map.of("text", "派工预留路程", "team", "repair-1", "owner", "leader", "dueOn", "2026-04-01"))
                .statusCode()).isEqualTo(302);
        assertThat(manager.get("/campaigns/" + proposal).body()).contains("派工预留路程", "No full month has passed", "Close the campaign");
        long measure = jdbc.sql("select max(id) from measure").query(Long.class).single();
        assertThat(manager.post("/campaigns/" + proposal + "/measures/" + measure, Map.of("result", "已落实", "done", "true")).statusCode()).isEqualTo(302);
        assertThat(manager.post("/campaigns/" + proposal + "/close", Map.of("version", "2", "conclusion", "有效")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/campaigns/" + proposal + "?lang=zh-CN").body()).contains("已结束", "已完成", "有效").doesNotContain("??");
    }

    /** Three of the campaign's customers said why. */
    private void answers() {
        jdbc.sql("update follow_up_call set state = 'EVALUATED', called_at = now() where id in (select id from follow_up_call where campaign_id = ? order by id limit 3)")
                .param(proposal).update();
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, call_id, campaign_id, business, team, done_at, asked_at, reached, scale, rating, meaning, answers)
                select 'CALL:' || f.id, 'PHONE', j.id, f.id, f.campaign_id, j.business, j.team, j.done_at, j.done_at, true, 'GRADE5', 'FAIR', 'NEUTRAL',
                    case when row_number() over (order by f.id) <= 2 then '{"cause": "LATE"}' else '{"cause": ["DIRT"]}' end::jsonb
                from follow_up_call f join service_job j on j.id = f.job_id where f.campaign_id = ? and f.state = 'EVALUATED'""").param(proposal).update();
    }
}
