package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.campaign.CampaignProposals;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo company's past holds together, and is there once. */
class DemoMonthsTest extends RedressTest {

    @Autowired
    private DemoMonths months;

    @Autowired
    private CampaignProposals proposals;

    @Test
    void fifteenMonthsAreOverAndTheSecondLoadChangesNothing() {
        long before = System.nanoTime();
        months.load();
        assertThat((System.nanoTime() - before) / 1_000_000).as("milliseconds, on a machine that may be busy").isLessThan(15_000);
        int jobs = count("service_job");
        assertThat(jobs).isBetween(6_000, 10_000);
        assertThat(number("select count(distinct to_char(done_at at time zone 'Asia/Shanghai', 'YYYY-MM')) from service_job")).isBetween(15, 16);
        assertThat(number("select count(*) from service_job where team is null or employee is null or region is null")).isZero();
        assertThat(jdbc.sql("select distinct team from service_job").query(String.class).list())
                .containsExactlyInAnyOrder("hall-1", "hall-2", "repair-1", "repair-2");
        assertThat(jdbc.sql("select distinct state from follow_up_call").query(String.class).list())
                .containsExactlyInAnyOrder("EVALUATED", "COMPLAINT", "NOT_REACHED", "LAPSED", "NO_PHONE", "DO_NOT_CALL");

        months.load();
        assertThat(count("service_job")).isEqualTo(jobs);
    }

    @Test
    void everySampledJobHasALineAndEveryDissatisfiedAnswerACase() {
        months.load();
        assertThat(number("select count(*) from service_job where sampled")).isEqualTo(number("select count(*) from follow_up_call where campaign_id is null"));
        assertThat(number("select count(*) from follow_up_call where state in ('EVALUATED', 'COMPLAINT', 'NOT_REACHED')")).isEqualTo(count("evaluation"));
        assertThat(number("select count(*) from evaluation where (coalesce(meaning, '') = 'DISSATISFIED') <> (case_number is not null)")).isZero();
        assertThat(number("select count(*) from evaluation e join complaint k on k.number = e.case_number and k.call_id = e.call_id and k.id = e.complaint_id"))
                .isEqualTo(number("select count(*) from complaint where channel = 'CALLBACK'")).isPositive();
        assertThat(number("select count(*) from evaluation where asked_at < done_at or asked_at > '" + clock.instant() + "'")).isZero();
        assertThat(number("select count(*) from complaint where closed_at < received_at or closed_at > '" + clock.instant() + "'")).isZero();
        assertThat(number("select count(*) from case_clock where stopped_at is null")).isZero();
        assertThat(number("select count(*) from call_attempt a join follow_up_call c on c.id = a.call_id where c.state in ('NO_PHONE', 'DO_NOT_CALL')"))
                .isZero();
    }

    @Test
    void alterationsOfTheLastFullMonthStandOut() {
        months.load();
        Map<String, Integer> rates = jdbc.sql("""
                select to_char(date_trunc('month', done_at at time zone 'Asia/Shanghai'), 'YYYY-MM') as month,
                    (1000 * count(*) filter (where meaning = 'DISSATISFIED') / greatest(count(rating), 1))::int as rate
                from evaluation where business = 'ALTERATION' and done_at < '2026-03-01' group by 1""")
                .query((row, index) -> Map.entry(row.getString("month"), row.getInt("rate"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(rates.get("2026-02")).isGreaterThan(100);
        assertThat(rates.entrySet()).filteredOn(month -> month.getKey().compareTo("2026-01") < 0).allSatisfy(month -> assertThat(month.getValue()).isLessThan(100));
    }

    @Test
    void whatStandsOutIsProposedBesideTheCampaignOfThePast() {
        months.load();
        proposals.look();
        assertThat(jdbc.sql("select state || ' ' || business || ' ' || coalesce(signal, '-') from campaign order by id").query(String.class).list())
                .containsExactlyInAnyOrder("ANALYSED REPAIR -", "PROPOSED ALTERATION COMPLAINT_RATE", "PROPOSED ALTERATION DISSATISFACTION_RATE");
    }

    @Test
    void aCaseOfThePastIsReadLikeAnyOther() {
        months.load();
        String number = jdbc.sql("select number from complaint where state = 'CLOSED' and channel = 'CALLBACK' order by id limit 1").query(String.class).single();
        var specialist = new Browser(url("")).as("specialist");
        for (String page : new String[] {"", "/rows?by=ANSWER&cause=LATE", "?by=ANSWER&lang=zh-CN"}) {
            long campaign = jdbc.sql("select id from campaign where state = 'ANALYSED'").query(Long.class).single();
            assertThat(new Browser(url("")).as("director").get("/campaigns/" + campaign + page).body()).as(page).contains(page.endsWith("CN") ? "未按约定时间上门" : "Came late")
                    .doesNotContain("??");
        }
        for (String tab : new String[] {"", "/clock", "/process", "/documents", "/related"}) {
            assertThat(specialist.get("/cases/" + number + tab).statusCode()).as("%s", tab).isEqualTo(200);
        }
        assertThat(specialist.get("/cases/" + number).body()).contains(number).doesNotContain("??");
        assertThat(new Browser(url("")).as("manager").get("/board").statusCode()).isEqualTo(200);
    }

    private int count(String table) {
        return number("select count(*) from " + table);
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
