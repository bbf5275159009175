package org.redress.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** From a proposal to its conclusion: who is called, who may, what is kept. */
class CampaignsTest extends RedressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    @Autowired
    private CampaignProposals proposals;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignStudy study;

    @Autowired
    private CurrentActor current;

    private CampaignData data;

    @BeforeEach
    void jobs() {
        clock.reset();
        data = new CampaignData(jdbc);
        for (int i = 2; i <= 8; i++) {
            data.month(Business.REPAIR, LocalDate.of(2026, 3, 5).minusMonths(i), 50, 1);
        }
        data.month(Business.REPAIR, DAY, 40, 6);
        proposals.look();
    }

    private static NewCampaign wanted(@Nullable Campaign proposal, int most, boolean bad) {
        return new NewCampaign(proposal == null ? null : proposal.id(), proposal == null ? 0 : proposal.version(), "二月维修专题",
                new Population(Business.REPAIR, null, null, null, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), bad, false, most, 30), null,
                LocalDate.of(2026, 3, 16));
    }

    private <T> T as(String username, String role, Supplier<T> work) {
        return current.callAs(new Actor(username, Set.of(role), Set.of(), "test"), work);
    }

    private <T> T manager(Supplier<T> work) {
        return as("manager", "DEPARTMENT_MANAGER", work);
    }

    @Test
    void thePreviewIsWhatIsOpened() {
        long customer = jdbc.sql("select customer_id from service_job where done_at > '2026-02-01' order by id limit 1").query(Long.class).single();
        data.job(Business.REPAIR, DAY.plusDays(1), customer);
        data.job(Business.REPAIR, DAY, "", false);
        data.job(Business.REPAIR, DAY, "0755-0100 6002", true);
        long called = data.job(Business.REPAIR, DAY, "0755-0100 6003", false);
        jdbc.sql("insert into follow_up_call (job_id, state, window_ends_at, attempts) values (?, 'EVALUATED', '2026-02-20T00:00Z', 1)").param(called).update();
        jdbc.sql("insert into call_attempt (call_id, at, agent, reached) select id, '2026-02-10T02:00Z', 'agent', true from follow_up_call where job_id = ?").param(called).update();

        Choice choice = manager(() -> campaigns.preview(wanted(null, 30, false)));
        assertThat(choice.jobs()).isEqualTo(44);
        assertThat(choice.leftOut()).containsOnly(Map.entry(LeftOut.SAME_CUSTOMER, 1), Map.entry(LeftOut.NO_PHONE, 1),
                Map.entry(LeftOut.DO_NOT_CALL, 1), Map.entry(LeftOut.CALLED_LATELY, 1), Map.entry(LeftOut.NOT_DRAWN, 10));
        assertThat(choice.calls()).isEqualTo(30);
        assertThat(manager(() -> campaigns.preview(wanted(null, 30, false))).jobIds()).as("always the same ones").isEqualTo(choice.jobIds());
        assertThat(manager(() -> campaigns.preview(wanted(null, 6, true))).calls()).as("only the dissatisfied").isEqualTo(6);

        long id = manager(() -> campaigns.start(wanted(null, 30, false)));
        assertThat(campaigns.get(id).opened()).isEqualTo(choice.calls());
        assertThat(jdbc.sql("select job_id from follow_up_call where campaign_id = ? and state = 'OPEN'").param(id).query(Long.class).list())
                .containsExactlyInAnyOrderElementsOf(choice.jobIds());
        assertThat(study.progress(id)).isEqualTo(new Progress(30, 30, 0, 0, 0, 0, 0, 0, 0));
        assertThat(manager(() -> campaigns.preview(wanted(null, 200, false))).leftOut()).as("the same customers are not called twice")
                .containsEntry(LeftOut.ON_THE_LIST, 30);
        var agent = new Browser(url("")).as("agent");
        var list = agent.get("/callbacks").body();
        assertThat(list).as("the list says what the call is for").contains("Campaign: 二月维修专题");
        var first = Pattern.compile("href=\"(/callbacks/[0-9a-f-]{36})\"").matcher(list);
        assertThat(first.find()).isTrue();
        assertThat(agent.get(first.group(1)).body()).as("and so does its sheet").contains("二月维修专题");
    }

    @Test
    void aProposalIsAcceptedOnceAndGoesItsWay() {
        Campaign proposal = campaigns.all(1, 0).get(0);
        long id = manager(() -> campaigns.start(wanted(proposal, 5, false)));
        assertThat(id).isEqualTo(proposal.id());
        assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.RUNNING);
        refused(409, () -> campaigns.start(wanted(proposal, 5, false)));
        refused(409, () -> {
            campaigns.drop(id, proposal.version(), "late");
            return true;
        });
        int version = campaigns.get(id).version();
        refused(409, () -> {
            campaigns.close(id, version, "not analysed yet");
            return true;
        });
        refused(422, () -> {
            campaigns.analyse(id, version, " ");
            return true;
        });
        manager(() -> {
            campaigns.analyse(id, version, "收尾标准不清");
            study.decide(id, "repair-1", "收尾清单上墙", null, LocalDate.of(2026, 4, 1));
            return true;
        });
        refused(409, () -> {
            campaigns.analyse(id, version, "again");
            return true;
        });
        Campaign analysed = campaigns.get(id);
        assertThat(study.measures(analysed)).singleElement().satisfies(measure -> {
            assertThat(measure.team()).isEqualTo("repair-1");
            assertThat(measure.baseline()).isNotNull();
            assertThat(measure.baseline().figure()).isEqualTo("DISSATISFIED_RATE");
            assertThat(measure.baseline().numerator()).isEqualTo(6);
            assertThat(measure.baseline().denominator()).isEqualTo(40);
        });
        data.month(Business.REPAIR, LocalDate.of(2026, 4, 5), 100, 2);
        clock.setLocal("2026-05-04T09:00");
        Effect effect = study.effect(analysed);
        assertThat(effect).isNotNull();
        assertThat(effect.total(Effect.Phase.ABOUT)).isEqualTo(new Proportion(6, 40));
        assertThat(effect.total(Effect.Phase.BEFORE)).isEqualTo(new Proportion(7, 350));
        assertThat(effect.total(Effect.Phase.AFTER)).isEqualTo(new Proportion(2, 100));
        manager(() -> {
            campaigns.close(id, analysed.version(), "已固化");
            return true;
        });
        assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.CLOSED);
        assertThat(jdbc.sql("select act from audit_entry where subject = 'CAMPAIGN' and subject_id = ? order by id").param(analysed.code()).query(String.class).list())
                .containsExactly("START_CAMPAIGN", "ANALYSED_CAMPAIGN", "CLOSED_CAMPAIGN");
    }

    @Test
    void othersThanManagersMayNot() {
        for (String role : List.of("COMPLAINT_SPECIALIST", "TEAM_LEADER", "CALLBACK_AGENT")) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> as("specialist", role, () -> campaigns.start(wanted(null, 5, false))))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(403));
        }
    }

    @Test
    void everyWrongFieldIsNamed() {
        var nothing = new NewCampaign(null, 0, " ", new Population(null, "gone", null, null, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), false, false, 0, -1),
                "NONE", LocalDate.of(2026, 9, 1));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> manager(() -> campaigns.preview(nothing)))
                .satisfies(problem -> assertThat(problem.fields()).extracting("field")
                        .containsExactlyInAnyOrder("name", "to", "most", "restDays", "team", "lastDay", "questionnaire"));
        var nobody = new NewCampaign(null, 0, "x", new Population(Business.ALTERATION, null, null, null, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), false, false,
                5, 0), null, LocalDate.of(2026, 3, 16));
        refused(422, () -> campaigns.start(nobody));
    }

    private void refused(int status, Supplier<?> work) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> manager(work)).satisfies(problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
