package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.platform.DatabaseBaseline;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.studio.Changes.Origin;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes and their drafts: two designers at one file, nothing typed is lost, nothing moves while a request waits. */
class ChangesTest extends RedressTest {

    private static final String FORM = "forms/userTask_signForCase.form";
    private static final Actor GAO = designer("designer");
    private static final Actor HE = designer("designer2");

    @Autowired
    private Changes changes;
    @Autowired
    private Drafts drafts;
    @Autowired
    private ModelContents contents;
    @Autowired
    private CurrentActor actor;
    @Autowired
    private DatabaseBaseline database;

    private long change;

    @BeforeEach
    void begin() {
        database.restore();
        clock.reset();
        change = by(GAO, () -> changes.create(" Sign sooner ", Origin.RUNNING));
        by(GAO, () -> drafts.add(change, FORM, null));
    }

    @Test
    void aChangeBeginsWithWhatRunsAndHoldsOnlyWhatItTouches() {
        assertThat(changes.find(change)).satisfies(found -> {
            assertThat(found.title()).isEqualTo("Sign sooner");
            assertThat(found.state()).isEqualTo(ChangeState.OPEN);
            assertThat(found.files()).isEqualTo(1);
        });
        Draft draft = drafts.find(change, FORM);
        assertThat(draft.content()).isEqualTo(draft.base()).isNotNull();
        ModelSet before = changes.setOf(change);
        Drafts.Saved saved = save(GAO, form("Sign it"), 1, false);
        assertThat(saved.aside()).isNull();
        assertThat(saved.draft().revision()).isEqualTo(2);
        assertThat(changes.setOf(change).differences(before)).containsExactly(FORM);
        assertThat(changes.files(change)).containsExactly(FORM);
        assertThat(changes.overtaken(change)).isEmpty();
        by(GAO, () -> drafts.takeOut(change, FORM));
        assertThat(changes.setOf(change).files()).doesNotContainKey(FORM);
        assertThat(changes.list(Set.of(ChangeState.OPEN), 5)).extracting(Change::id).contains(change);
        refused(422, () -> by(GAO, () -> changes.create("  ", Origin.RUNNING)));
        refused(422, () -> by(GAO, () -> changes.create("Again", Origin.SHIPPED)));
    }

    @Test
    void theSameContentChangesNothingHoweverItIsLaidOut() {
        byte[] now = contents.find(String.valueOf(drafts.find(change, FORM).content()));
        String otherLayout = new String(now, StandardCharsets.UTF_8).replace("\n", "").replace("  ", "\t");
        assertThat(save(GAO, otherLayout, 1, true).draft().revision()).isEqualTo(1);
        assertThat(drafts.versions(change, FORM)).hasSize(1);
    }

    @Test
    void autosavesOfOneAuthorAreOneVersionAndThoseOnPurposeStay() {
        save(GAO, form("a"), 1, false);
        save(GAO, form("b"), 2, false);
        assertThat(drafts.versions(change, FORM)).extracting(DraftVersion::revision).containsExactly(3, 1);
        save(GAO, form("c"), 3, true);
        save(GAO, form("d"), 4, false);
        clock.advance(Drafts.ONE_VERSION.plusSeconds(1));
        save(GAO, form("e"), 5, false);
        assertThat(drafts.versions(change, FORM)).extracting(DraftVersion::revision).containsExactly(6, 5, 4, 3, 1);
        assertThat(drafts.versions(change, FORM)).extracting(DraftVersion::kept).containsExactly(false, false, true, false, true);
        assertThat(contents.tidy()).as("b of a and b is kept, a is not").isEqualTo(1);

        DraftVersion kept = drafts.versions(change, FORM).get(2);
        Draft restored = by(GAO, () -> drafts.restore(change, FORM, kept.id()));
        assertThat(restored.revision()).isEqualTo(7);
        assertThat(restored.content()).isEqualTo(kept.content());
        assertThat(drafts.versions(change, FORM).get(0)).satisfies(version -> assertThat(version.kept()).isTrue());
    }

    @Test
    void whoeverComesSecondReadsAndMayTakeOverWithoutLoss() {
        save(GAO, form("of Gao"), 1, false);
        assertThat(by(HE, () -> drafts.hold(change, FORM)).holder(clock.instant())).isEqualTo("designer");
        assertThat(save(HE, form("of He"), 2, false).aside()).as("held by another").isNotNull();
        refused(409, () -> by(HE, () -> drafts.takeOut(change, FORM)));
        assertThat(by(HE, () -> drafts.takeOver(change, FORM)).holder(clock.instant())).isEqualTo("designer2");
        assertThat(save(HE, form("of He"), 2, false).draft().revision()).isEqualTo(3);

        Drafts.Saved late = save(GAO, form("last words of Gao"), 2, false);
        assertThat(late.aside()).isNotNull();
        assertThat(late.draft().revision()).isEqualTo(3);
        assertThat(text(String.valueOf(late.draft().content()))).contains("of He");
        assertThat(text(String.valueOf(late.aside().content()))).contains("last words of Gao");
        assertThat(drafts.versions(change, FORM)).filteredOn(DraftVersion::aside).extracting(DraftVersion::author).containsExactly("designer", "designer2");
        assertThat(save(GAO, form("last words of Gao"), 2, false).aside()).as("kept once").isEqualTo(late.aside());

        assertThat(by(GAO, () -> drafts.hold(change, FORM)).heldBy()).isEqualTo("designer2");
        clock.advance(Drafts.LEASE.plusSeconds(1));
        assertThat(by(GAO, () -> drafts.hold(change, FORM)).heldBy()).as("nobody gave a sign").isEqualTo("designer");
        by(GAO, () -> {
            drafts.release(change, FORM);
            return "left";
        });
        assertThat(drafts.find(change, FORM).heldBy()).isNull();
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'DRAFT_TAKEN_OVER'").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void anOlderRevisionDoesNotOverwriteANewerOne() {
        save(GAO, form("first"), 1, false);
        Drafts.Saved stale = save(GAO, form("from another tab"), 1, false);
        assertThat(stale.aside()).isNotNull();
        assertThat(text(String.valueOf(drafts.find(change, FORM).content()))).contains("first");
    }

    @Test
    void nothingMovesWhileARequestWaits() {
        changes.submitted(change);
        refused(409, () -> changes.submitted(change));
        assertThat(save(GAO, form("too late"), 1, false).aside()).isNotNull();
        refused(409, () -> by(GAO, () -> drafts.add(change, "bpmn/severity.dmn", null)));
        refused(409, () -> by(GAO, () -> drafts.takeOver(change, FORM)));
        refused(409, () -> changes.discard(change));
        changes.reopened(change);
        assertThat(save(GAO, form("again"), 1, false).aside()).isNull();
        changes.submitted(change);
        changes.released(change);
        refused(409, () -> changes.reopened(change));
        refused(404, () -> changes.discard(-1));
    }

    @Test
    void whatIsNoModelStaysOutside() {
        refused(422, () -> by(GAO, () -> drafts.add(change, "bpmn/../../etc.bpmn", form("x").getBytes(StandardCharsets.UTF_8))));
        refused(422, () -> by(GAO, () -> drafts.add(change, "forms/a.exe", form("x").getBytes(StandardCharsets.UTF_8))));
        refused(422, () -> by(GAO, () -> drafts.add(change, "bpmn/x.form", form("x").getBytes(StandardCharsets.UTF_8))));
        refused(404, () -> by(GAO, () -> drafts.add(change, "forms/nobodys.form", null)));
        refused(409, () -> by(GAO, () -> drafts.add(change, FORM, null)));
        refused(422, () -> save(GAO, "{\"components\": [], \"components\": []}", 1, false));
        refused(422, () -> save(GAO, "[]", 1, false));
        refused(413, () -> save(GAO, " ".repeat(Drafts.MOST_BYTES + 1), 1, false));
        refused(422, () -> by(GAO, () -> drafts.add(change, "bpmn/x.bpmn", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8))));
        assertThat(drafts.of(change)).hasSize(1);
    }

    @Test
    void aReleaseMeanwhileIsNotUndoneUnseen() {
        jdbc.sql("update model_draft set base = (select base from model_draft where false) where change_id = ?").param(change).update();
        assertThat(changes.overtaken(change)).containsExactly(FORM);
        by(GAO, () -> drafts.rebased(change, FORM));
        assertThat(changes.overtaken(change)).isEmpty();
        by(GAO, () -> {
            drafts.leave(change, FORM);
            return "left";
        });
        assertThat(changes.files(change)).isEmpty();
    }

    @Test
    void newModelsCanBeOpened() {
        for (ModelKind kind : ModelKind.values()) {
            String file = kind.file("tried-1");
            by(GAO, () -> drafts.add(change, file, NewModels.of(kind, "tried-1", new Bilingual("A <b> & \"c\"", "试"))));
            assertThat(text(String.valueOf(drafts.find(change, file).content()))).contains("tried-1");
        }
    }

    private static Actor designer(String username) {
        return new Actor(username, Set.of("PROCESS_DESIGNER"), Set.of(), "test");
    }

    private static String form(String label) {
        return """
                {"components": [{"label": "%s", "type": "textfield", "id": "field_a", "key": "a"}], "type": "default", "id": "userTask_signForCase"}"""
                .formatted(label);
    }

    private Drafts.Saved save(Actor who, String text, int seen, boolean keep) {
        return by(who, () -> drafts.save(change, FORM, text.getBytes(StandardCharsets.UTF_8), seen, keep));
    }

    private String text(String sha256) {
        return new String(contents.find(sha256), StandardCharsets.UTF_8);
    }

    private <T> T by(Actor who, Supplier<T> work) {
        return actor.callAs(who, work);
    }

    private static void refused(int status, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
