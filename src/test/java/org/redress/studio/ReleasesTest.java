package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.callback.SamplingPlans;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.studio.Releases.Sent;
import org.redress.studio.Releases.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way a release can go, and that nothing of one which did not come into force is left. */
class ReleasesTest extends RedressTest {

    private static final String FILE = "bpmn/severity.dmn";

    @Autowired
    Releases releases;
    @Autowired
    ReleaseBook book;
    @Autowired
    RunningModels running;
    @Autowired
    Changes changes;
    @Autowired
    Drafts drafts;
    @Autowired
    SamplingPlans plans;
    @Autowired
    CurrentActor actors;
    @Autowired
    ReleaseRequests requests;
    @Autowired
    ReleaseSteps steps;
    @Autowired
    ReleaseTimer timer;
    @Autowired
    PlatformTransactionManager transactions;

    private static int words;

    @BeforeEach
    void everybodyHasReadTheirMessages() {
        jdbc.sql("delete from bell_note").update();
    }

    @Test
    void aChangeIsAskedForApprovedByAnotherAndInForce() {
        long change = change();
        int before = inForce().number();
        Release asked = as("designer", () -> releases.submit(change, wish()));
        assertThat(asked.state()).isEqualTo(ReleaseState.SUBMITTED);
        assertThat(asked.number()).isNull();
        assertThat(asked.title()).isEqualTo(changes.find(change).title());
        assertThat(changes.find(change).state()).isEqualTo(ChangeState.SUBMITTED);
        assertThat(inForce().number()).as("asking changes nothing").isEqualTo(before);
        assertThat(notes("designer2")).containsExactly("model.asked");
        assertThat(notes("designer")).isEmpty();

        Release released = as("designer2", () -> releases.approve(asked.id()));
        assertThat(released.state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(released.number()).isEqualTo(before + 1);
        assertThat(released.decidedBy()).isEqualTo("designer2");
        assertThat(changes.find(change).state()).isEqualTo(ChangeState.RELEASED);
        assertThat(inForce().id()).isEqualTo(released.id());
        assertThat(running.inForce().differences(book.files(released.id()))).isEmpty();
        assertThat(book.changed(released.id())).containsExactly(FILE);
        assertThat(running.versions(ModelKind.DECISION, "severity").get(0).deployment()).isEqualTo(released.deployment());
        assertThat(notes("designer")).containsExactly("model.released");
        assertThat(jdbc.sql("select version from live_event where topic = 'models' order by id desc limit 1").query(Integer.class).single()).as("other nodes are told")
                .isEqualTo(released.number());
        assertThat(audit("release/" + released.id())).containsSubsequence("ASK_RELEASE", "APPROVE_RELEASE", "RELEASE_MODELS");
    }

    @Test
    void nobodyApprovesTheirOwn() {
        Release asked = sent();
        assertThatThrownBy(() -> as("designer", () -> releases.approve(asked.id()))).isInstanceOf(Problem.class).hasMessageContaining("studio.release.problem.own");
        assertThatThrownBy(() -> as("designer", () -> releases.refuse(asked.id(), "no"))).hasMessageContaining("studio.release.problem.own");
        assertThatThrownBy(() -> as("manager", () -> releases.approve(asked.id()))).hasMessageContaining("studio.release.problem.designers");
        assertThatThrownBy(() -> jdbc.sql("update model_release set state = 'APPROVED', decided_by = 'designer', decided_at = asked_at where id = ?").param(asked.id()).update())
                .as("the database refuses it too").isInstanceOf(DataIntegrityViolationException.class);
        assertThat(releases.find(asked.id()).state()).isEqualTo(ReleaseState.SUBMITTED);
    }

    @Test
    void aRefusalHasAReasonAndOpensTheChangeAgain() {
        long change = change();
        Release asked = as("designer", () -> releases.submit(change, wish()));
        assertThatThrownBy(() -> as("designer2", () -> releases.refuse(asked.id(), "  "))).hasMessageContaining("studio.release.problem.reason");
        Release refused = as("designer2", () -> releases.refuse(asked.id(), "The table has a gap"));
        assertThat(refused.state()).isEqualTo(ReleaseState.REFUSED);
        assertThat(refused.reason()).isEqualTo("The table has a gap");
        assertThat(changes.find(change).isOpen()).isTrue();
        assertThat(notes("designer")).containsExactly("model.refused");
        assertThatThrownBy(() -> as("designer2", () -> releases.approve(asked.id()))).hasMessageContaining("studio.release.problem.decided.REFUSED");
        Release again = as("designer", () -> releases.submit(change, wish()));
        assertThat(releases.ofChange(change).orElseThrow().id()).isEqualTo(again.id());
    }

    @Test
    void onlyWhoAskedWithdrawsAndWhoApprovesThenIsToldSo() {
        long change = change();
        Release asked = as("designer", () -> releases.submit(change, wish()));
        assertThatThrownBy(() -> as("designer2", () -> releases.withdraw(asked.id()))).hasMessageContaining("studio.release.problem.notYours");
        as("designer", () -> releases.withdraw(asked.id()));
        assertThat(changes.find(change).isOpen()).isTrue();
        assertThatThrownBy(() -> as("designer2", () -> releases.approve(asked.id()))).as("a change that moved meanwhile")
                .hasMessageContaining("studio.release.problem.decided.WITHDRAWN");
    }

    @Test
    void whileItIsAskedForItsFilesStandStill() {
        long change = change();
        as("designer", () -> releases.submit(change, wish()));
        Draft draft = drafts.find(change, FILE);
        assertThat(as("designer", () -> drafts.save(change, FILE, table("later"), draft.revision(), false)).aside()).as("kept aside, not taken").isNotNull();
        assertThat(drafts.find(change, FILE).content()).isEqualTo(draft.content());
        assertThatThrownBy(() -> as("designer", () -> releases.submit(change, wish()))).isInstanceOf(Problem.class);
    }

    @Test
    void whatStandsOnModelsThatAreNoLongerInForceCannotBeApproved() {
        long first = change();
        long second = change();
        Release one = as("designer", () -> releases.submit(first, wish()));
        Release other = as("designer", () -> releases.submit(second, wish()));
        as("designer2", () -> releases.approve(one.id()));
        assertThat(releases.moved(releases.find(other.id()))).containsExactly(FILE);
        assertThatThrownBy(() -> as("designer2", () -> releases.approve(other.id()))).hasMessageContaining("studio.release.problem.moved");
        assertThat(releases.find(other.id()).state()).isEqualTo(ReleaseState.SUBMITTED);
        as("designer", () -> releases.withdraw(other.id()));
        assertThatThrownBy(() -> as("designer", () -> releases.submit(second, wish()))).hasMessageContaining("studio.release.problem.overtaken");
        as("designer", () -> drafts.rebased(second, FILE));
        Release again = as("designer", () -> releases.submit(second, wish()));
        assertThat(as("designer2", () -> releases.approve(again.id())).state()).isEqualTo(ReleaseState.RELEASED);
    }

    @Test
    void aPlanOfTheCallsThatWasReleasedMeanwhileIsNotUndone() {
        Release asked = sent();
        var rules = plans.running().rules();
        plans.release(rules.subList(rules.size() - 1, rules.size()));
        assertThat(releases.moved(asked)).containsExactly("bpmn/sampling.dmn");
        assertThatThrownBy(() -> as("designer2", () -> releases.approve(asked.id()))).hasMessageContaining("studio.release.problem.moved");
        Release next = as("designer2", () -> releases.approve(sent().id()));
        byte[] plan = running.inForce().files().get("bpmn/sampling.dmn");
        assertThat(book.files(next.id()).files().get("bpmn/sampling.dmn")).isEqualTo(plan);
        Release back = as("designer", () -> releases.back(1, "Undo"));
        as("designer2", () -> releases.approve(back.id()));
        assertThat(running.inForce().files().get("bpmn/sampling.dmn")).as("going back keeps the plan of the managers").isEqualTo(plan);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsTold() {
        Release asked = sent();
        int before = inForce().number();
        List<CompletableFuture<Release>> both = Stream.of("designer2", "designer3")
                .map(name -> CompletableFuture.supplyAsync(() -> actors.callAs(designer(name), () -> releases.approve(asked.id())))).toList();
        long won = both.stream().filter(each -> {
            try {
                return each.join().state() == ReleaseState.RELEASED;
            } catch (CompletionException e) {
                assertThat(e.getCause()).hasMessageContaining("studio.release.problem.decided.RELEASED");
                return false;
            }
        }).count();
        assertThat(won).isEqualTo(1);
        assertThat(inForce().number()).isEqualTo(before + 1);
    }

    @Test
    void aWindowOpensAtItsTime() {
        Instant night = clock.instant().plus(Duration.ofHours(10));
        Release asked = as("designer", () -> releases.send(file(), new Wish("At night", "Nobody calls then", "2026.3", night, night.plus(Duration.ofHours(2))))).release();
        int before = inForce().number();
        assertThat(as("designer2", () -> releases.approve(asked.id())).state()).isEqualTo(ReleaseState.APPROVED);
        assertThat(notes("designer")).containsExactly("model.approved");
        assertThat(releases.due()).isZero();
        clock.set(night.minusSeconds(1));
        assertThat(releases.due()).isZero();
        assertThat(inForce().number()).isEqualTo(before);
        clock.set(night);
        releases.due();
        assertThat(inForce().id()).isEqualTo(asked.id());
        assertThat(inForce().versionTag()).isEqualTo("2026.3");
        assertThat(notes("designer2")).contains("model.released");
        assertThat(releases.due()).isZero();
    }

    @Test
    void aWindowThatPassedIsGivenUpAndBothAreTold() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        Release waiting = as("designer", () -> releases.send(file(), window(from, from.plus(Duration.ofHours(1))))).release();
        as("designer2", () -> releases.approve(waiting.id()));
        Release unseen = as("designer", () -> releases.send(file(), window(null, from))).release();
        jdbc.sql("delete from bell_note").update();
        clock.set(from.plus(Duration.ofHours(3)));
        releases.due();
        assertThat(releases.find(waiting.id())).satisfies(failed -> {
            assertThat(failed.state()).isEqualTo(ReleaseState.FAILED);
            assertThat(failed.reason()).isEqualTo("expired");
            assertThat(failed.deployment()).isNull();
        });
        assertThat(releases.find(unseen.id()).state()).isEqualTo(ReleaseState.FAILED);
        assertThat(notes("designer2")).containsExactly("model.failed");
        assertThat(notes("designer")).containsExactly("model.failed", "model.failed");
    }

    @Test
    void whatWaitsForItsWindowFailsWhenSomethingElseCameInBetween() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        Release waiting = as("designer", () -> releases.send(file(), window(from, null))).release();
        as("designer2", () -> releases.approve(waiting.id()));
        as("designer2", () -> releases.approve(sent().id()));
        int before = inForce().number();
        clock.set(from);
        releases.due();
        assertThat(releases.find(waiting.id()).reason()).isEqualTo("moved");
        assertThat(inForce().number()).isEqualTo(before);
    }

    @Test
    void whatTheEngineRefusesInItsWindowLeavesNothingAndSaysSo() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        Release waiting = as("designer", () -> releases.send(file(), window(from, null))).release();
        as("designer2", () -> releases.approve(waiting.id()));
        // as if the rules of the house had become stricter since it was asked for
        jdbc.sql("insert into model_content (sha256, content) values (encode(sha256(convert_to('<no', 'UTF8')), 'hex'), convert_to('<no', 'UTF8')) on conflict do nothing").update();
        jdbc.sql("update model_release_file set content = encode(sha256(convert_to('<no', 'UTF8')), 'hex') where release_id = ? and file = ?").params(waiting.id(), FILE).update();
        long deployments = deployments();
        clock.set(from);
        releases.due();
        assertThat(releases.find(waiting.id()).reason()).isEqualTo("refused");
        assertThat(deployments()).isEqualTo(deployments);
        assertThat(notes("designer2")).contains("model.failed");
    }

    @Test
    void goingBackIsAReleaseOfTheWholeEarlierSet() {
        Release first = as("designer2", () -> releases.approve(sent().id()));
        as("designer2", () -> releases.approve(sent().id()));
        assertThatThrownBy(() -> as("designer", () -> releases.back(inForce().number(), "why"))).hasMessageContaining("studio.release.problem.inForce");
        Release asked = as("designer", () -> releases.back(first.number() == null ? 0 : first.number(), "Too many S1"));
        assertThat(asked.kind()).isEqualTo(ReleaseKind.BACK);
        assertThatThrownBy(() -> as("designer", () -> releases.approve(asked.id()))).hasMessageContaining("own");
        Release back = as("designer2", () -> releases.approve(asked.id()));
        assertThat(back.number()).isGreaterThan(first.number());
        assertThat(book.files(back.id()).differences(book.files(first.id()))).isEmpty();
        assertThat(running.inForce().differences(book.files(first.id()))).isEmpty();
    }

    @Test
    void aCompanyThatNeedsNoApprovalReleasesAtOnce() {
        Releases alone = new ReleaseService(book, requests, steps, timer, new StudioSettings(false), actors);
        Release released = as("designer", () -> new TransactionTemplate(transactions).execute(status -> alone.send(file(), wish()))).release();
        assertThat(released.state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(released.decidedBy()).isNull();
        assertThat(inForce().id()).isEqualTo(released.id());
    }

    @Test
    void theProductsOwnTablesCannotBeTakenOut() {
        long change = as("designer", () -> {
            long id = changes.create("Without severity", Changes.Origin.RUNNING);
            drafts.add(id, FILE, null);
            drafts.takeOut(id, FILE);
            return id;
        });
        ModelsRefused refused = catchThrowableOfType(ModelsRefused.class, () -> as("designer", () -> releases.submit(change, wish())));
        assertThat(refused.findings()).extracting(Finding::key).contains("studio.finding.release.needed");
        assertThat(changes.find(change).isOpen()).isTrue();
    }

    @Test
    void whatIsInForceOrAskedForAlreadyIsNotAskedForAgain() {
        Sent same = as("designer", () -> releases.send(Map.of("severity.dmn", running.inForce().files().get(FILE)), wish()));
        assertThat(same.unchanged()).isTrue();
        assertThat(same.release().id()).isEqualTo(inForce().id());
        Map<String, byte[]> file = file();
        Release asked = as("designer", () -> releases.send(file, wish())).release();
        Sent again = as("designer", () -> releases.send(file, wish()));
        assertThat(again.unchanged()).isTrue();
        assertThat(again.release().id()).isEqualTo(asked.id());
        as("designer", () -> releases.withdraw(asked.id()));
    }

    @Test
    void wrongWishesAndWrongFilesAreSaidWhole() {
        Instant now = clock.instant();
        Problem wrong = catchThrowableOfType(Problem.class, () -> as("designer", () -> releases.send(file(), new Wish("x", " ", "t".repeat(61), now, now))));
        assertThat(wrong.fields()).extracting(each -> each.field()).containsExactly("note", "versionTag", "notAfter");
        ModelsRefused twice = catchThrowableOfType(ModelsRefused.class,
                () -> as("designer", () -> releases.send(Map.of("a/x.form", new byte[0], "b/x.form", new byte[0]), wish())));
        assertThat(twice.findings()).extracting(Finding::key).containsExactly("studio.finding.release.twice");
        ModelsRefused other = catchThrowableOfType(ModelsRefused.class, () -> as("designer", () -> releases.send(Map.of("x.exe", new byte[0]), wish())));
        assertThat(other.findings()).extracting(Finding::key).containsExactly("studio.finding.release.noModel");
        ModelsRefused broken = catchThrowableOfType(ModelsRefused.class,
                () -> as("designer", () -> releases.send(Map.of("severity.dmn", "<no".getBytes(StandardCharsets.UTF_8)), wish())));
        assertThat(broken.findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding.file()).isEqualTo(FILE));
    }

    private long change() {
        return as("designer", () -> {
            long id = changes.create("Severity " + ++words, Changes.Origin.RUNNING);
            Draft draft = drafts.add(id, FILE, null);
            drafts.save(id, FILE, table("word " + words), draft.revision(), true);
            return id;
        });
    }

    private Release sent() {
        return as("designer", () -> releases.send(file(), wish())).release();
    }

    private Map<String, byte[]> file() {
        return Map.of("severity.dmn", table("word " + ++words));
    }

    private byte[] table(String name) {
        String now = new String(running.inForce().files().get(FILE), StandardCharsets.UTF_8);
        return now.replaceFirst("(<decision id=\"severity\" name=\")[^\"]*", "$1Severity " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static Wish wish() {
        return window(null, null);
    }

    private static Wish window(@Nullable Instant from, @Nullable Instant until) {
        return new Wish("Another table", "The floods of last week", "", from, until);
    }

    private Release inForce() {
        return book.inForce().orElseThrow();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from public.act_re_deployment").query(Long.class).single();
    }

    private List<String> notes(String username) {
        return jdbc.sql("select template from bell_note where username = ? order by id").param(username).query(String.class).list();
    }

    private List<String> audit(String subject) {
        return jdbc.sql("select act from audit_entry where subject = 'MODEL' and subject_id = ? order by id").param(subject).query(String.class).list();
    }

    private <T> T as(String username, Supplier<T> act) {
        return actors.callAs(designer(username), act);
    }

    private static Actor designer(String username) {
        return new Actor(username, username.startsWith("designer") ? Set.of("PROCESS_DESIGNER") : Set.of("DEPARTMENT_MANAGER"), Set.of(), "test");
    }
}
