package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.StudioPage;

/** Designers edit processes, decisions and forms in the browser, in both languages, two at one file; the mark of bpmn.io stays in sight. */
class StudioTest extends BrowserTest {

    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");
    /** Words that are the same in Chinese: names of standards and of things that the engine reads. */
    private static final Pattern SAME = Pattern.compile("(BPMN|DMN|FEEL|JSON|HTML|JUEL|Camunda|ID|URL|IFRAME|CSS|PDF|ISO|UTC|Markdown|min|max|px|true|false|null)+",
            Pattern.CASE_INSENSITIVE);

    /** Ids of variables, properties and messages in the model: they are typed, not said. */
    private static final Pattern TYPED = Pattern.compile("[a-z][A-Za-z0-9.-]*");

    @Test
    void aProcessIsEditedInBothLanguages() {
        Person designer = people.signIn("designer", Locale.SIMPLIFIED_CHINESE);
        StudioPage studio = StudioPage.begin(designer, "bpmn/complaint.bpmn").ready();
        String before = text("bpmn/complaint.bpmn");
        studio.keep();
        assertThat(text("bpmn/complaint.bpmn")).as("an unchanged model is saved as it was").isEqualTo(before);

        studio.select("userTask_reviewResolution");
        studio.contextPad("append.append-task").click();
        Locator added = studio.newest();
        added.dblclick(new Locator.DblclickOptions().setForce(true));
        designer.page().keyboard().type("二次审核");
        designer.page().keyboard().press("Enter");
        studio.applyTemplate("带表单和时限的步骤");
        designer.page().waitForCondition(() -> text("bpmn/complaint.bpmn").contains("org.redress.step"));
        assertThat(text("bpmn/complaint.bpmn")).contains("name.zh-CN\" value=\"二次审核\"", "camunda:formRefBinding=\"deployment\"", "redress.clock");

        studio.speak("en");
        String id = String.valueOf(studio.newest().getAttribute("data-element-id"));
        studio.element(id).dblclick(new Locator.DblclickOptions().setForce(true));
        designer.page().keyboard().press("Control+A");
        designer.page().keyboard().type("Second review");
        designer.page().keyboard().press("Enter");
        designer.page().waitForCondition(() -> text("bpmn/complaint.bpmn").contains("name=\"Second review\""));
        assertThat(text("bpmn/complaint.bpmn")).contains("name.en\" value=\"Second review\"", "value=\"二次审核\"");
        designer.page().reload();
        studio.ready();
        assertThat(studio.element(id).count()).isEqualTo(1);
        assertThat(studio.canvas().innerText()).contains("投诉已受理");

        Person second = people.signIn("designer2", Locale.ENGLISH);
        second.goTo(designer.where());
        assertThat(second.main().innerText()).contains("is editing this file");
        StudioPage theirs = new StudioPage(second).ready();
        assertThat(theirs.canvas().innerText()).contains("Complaint captured");
        assertThat(second.page().locator(".djs-palette").count()).as("reading only").isZero();
        second.button("studio.draft.takeOver").click();
        theirs.ready();
        assertThat(second.page().locator(".djs-palette").count()).isEqualTo(1);
        designer.expecting(409);
        studio.select(id);
        studio.element(id).dblclick(new Locator.DblclickOptions().setForce(true));
        designer.page().keyboard().type("我还在写");
        designer.page().keyboard().press("Enter");
        designer.page().waitForCondition(() -> studio.state().contains("接管"));
        assertThat(designer.page().locator("[data-studio-state] a").getAttribute("href")).contains("/versions/");
        assertThat(jdbc.sql("select count(*) from model_draft_version where aside and author = 'designer'").query(Long.class).single()).isPositive();
    }

    @Test
    void aCellOfADecisionIsEdited() {
        Person designer = people.signIn("designer", Locale.ENGLISH);
        StudioPage studio = StudioPage.begin(designer, "bpmn/attempts.dmn").ready();
        String before = text("bpmn/attempts.dmn");
        studio.keep();
        assertThat(text("bpmn/attempts.dmn")).isEqualTo(before);
        Locator cell = designer.page().locator(".dmn-decision-table-container td.input-cell", new Page.LocatorOptions().setHasText("< 3")).first();
        cell.click();
        designer.page().keyboard().press("Control+A");
        designer.page().keyboard().type("< 4");
        designer.page().keyboard().press("Enter");
        designer.page().waitForCondition(() -> text("bpmn/attempts.dmn").contains("&lt; 4"));
        isUncovered(designer, ".studio-editor .bjs-powered-by, .studio-editor .dmn-js-parent a[href*='bpmn.io'], .studio-editor .powered-by");
    }

    @Test
    void aFormIsEditedAndSeenOnATelephoneInBothLanguages() {
        Person designer = people.signIn("designer", Locale.ENGLISH);
        designer.page().setViewportSize(1280, 900);
        StudioPage studio = StudioPage.begin(designer, "forms/userTask_signForCase.form").ready();
        String before = text("forms/userTask_signForCase.form");
        studio.keep();
        assertThat(text("forms/userTask_signForCase.form")).isEqualTo(before);
        designer.page().locator(".studio-form .fjs-form-field", new Page.LocatorOptions().setHasText("Why it is returned")).first().click();
        designer.page().locator(".studio-form .bio-properties-panel-group-header", new Page.LocatorOptions().setHasText("General")).first().click();
        designer.page().locator("[data-entry-id=label] textarea, [data-entry-id=label] .cm-content, [data-entry-id=label] input").first().click();
        designer.page().keyboard().press("Control+A");
        designer.page().keyboard().type("Why do you return it?");
        designer.page().waitForCondition(() -> text("forms/userTask_signForCase.form").contains("Why do you return it?"));
        assertThat(text("forms/userTask_signForCase.form")).contains("退单理由");
        Locator chinese = designer.page().locator("[data-studio-preview=zh-CN]");
        assertThat(chinese.innerText()).contains("签收或退单");
        assertThat(designer.page().locator("[data-studio-preview=en]").innerText()).contains("Decision");
        assertThat(chinese.boundingBox().width).isLessThanOrEqualTo(360);
        isUncovered(designer, ".studio-form .fjs-powered-by-link");
    }

    @Test
    void theMarkIsSeenHoweverWideTheWindow() {
        Person designer = people.signIn("designer", Locale.ENGLISH);
        StudioPage.begin(designer, "bpmn/extension.bpmn").ready();
        for (int width : new int[] {1280, 768, 320}) {
            designer.page().setViewportSize(width, 900);
            isUncovered(designer, ".studio-canvas .bjs-powered-by");
            assertThat((Boolean) designer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("fits " + width).isTrue();
        }
    }

    @Test
    void theModelerSpeaksChinese() {
        Person designer = people.signIn("designer", Locale.SIMPLIFIED_CHINESE);
        StudioPage studio = StudioPage.begin(designer, "bpmn/complaint.bpmn").ready();
        TreeSet<String> words = new TreeSet<>(studio.words(".djs-palette"));
        for (String id : List.of("complaint", "userTask_reviewResolution", "serviceTask_classify", "businessRuleTask_rateSeverity", "gateway_directToTeam",
                "event_reopened", "subProcess_handleComplaint", "flow_teamOpen")) {
            studio.select(id);
            studio.openGroups();
            words.addAll(studio.words(".studio-properties"));
            words.addAll(studio.words(".djs-context-pad"));
            if (studio.hasContextPad("replace")) {
                studio.contextPad("replace").click();
                words.addAll(studio.words(".djs-popup"));
                designer.page().keyboard().press("Escape");
            }
        }
        assertThat(words).hasSizeGreaterThan(80);
        assertThat(words.stream().filter(word -> !TYPED.matcher(word).matches())
                .filter(word -> ENGLISH.matcher(SAME.matcher(word.replaceAll("\\$\\{\\w+}", "")).replaceAll("")).find()).toList()).isEmpty();
    }

    private void isUncovered(Person person, String mark) {
        for (Media media : List.of(Media.SCREEN, Media.PRINT)) {
            person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
            assertThat(WatermarkTest.covered(person, mark)).as(media.name()).isEmpty();
        }
        person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private String text(String file) {
        return new String(jdbc.sql("select c.content from model_draft d join model_content c on c.sha256 = d.content where d.file = ? order by d.change_id desc limit 1")
                .param(file).query(byte[].class).single(), StandardCharsets.UTF_8);
    }
}
