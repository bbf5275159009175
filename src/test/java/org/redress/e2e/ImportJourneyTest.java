package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.page.ImportsPage;

/** A file of another system: looked at, taken in, its bad row fetched, mended and sent again. */
class ImportJourneyTest extends BrowserTest {

    private static final String HEADING = "externalId,business,doneAt,team,employee,account,name,phone\n";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aBadRowIsFetchedMendedAndSentAgain(String language) {
        var admin = people.signIn("admin", Locale.forLanguageTag(language));
        var file = HEADING + row("A-" + language, "13800000001") + row("B-" + language, "call me") + row("C-" + language, "13800000003");

        var run = new ImportsPage(admin).open().send("service-jobs", "jobs.csv", file);
        assertThat(run.figure("imports.preview.ready")).hasText("2");
        assertThat(run.figure("imports.preview.rejected")).hasText("1");
        assertThat(run.refusedRow(3)).containsText(admin.text("imports.row.phone", "call me"));

        assertThat(run.understood()).containsText("13800000003");

        run.start();
        assertThat(run.state("DONE")).isVisible();
        assertThat(run.figure("imports.run.accepted")).hasText("2");
        var refused = run.fetchRefused();
        assertThat(refused).contains("B-" + language).contains(admin.text("imports.row.phone", "call me")).doesNotContain("A-" + language);

        run = new ImportsPage(admin).open().send("service-jobs", "mended.csv", refused.replace(",call me", ",13800000002"));
        run.start();
        assertThat(run.state("DONE")).isVisible();
        assertThat(run.figure("imports.run.accepted")).hasText("1");
        assertThat(run.figure("imports.run.rejected")).hasText("0");

        run = new ImportsPage(admin).open().send("service-jobs", "jobs.csv", file);
        assertThat(run.figure("imports.preview.known")).hasText("2");
        assertThat(run.figure("imports.preview.ready")).hasText("0");
    }

    private static String row(String id, String phone) {
        return id + ",REPAIR,2026-03-01 10:30,repair-1,handler,ACC-" + id + ",王小明," + phone + "\n";
    }

    @Test
    void brokenFilesAreToldInASentence() {
        var admin = people.signIn("admin", Locale.ENGLISH).expecting(400).expecting(422);
        var imports = new ImportsPage(admin).open();
        imports.send("service-jobs", "half.csv", HEADING + "A,\"REPAIR");
        assertThat(imports.problem()).containsText("line 2");
        imports.send("service-jobs", "columns.csv", "externalId,name\n1,x\n");
        assertThat(imports.problem()).containsText("business");
        imports.send("service-jobs", "gbk.csv", (HEADING + row("Z", "13800000009")).getBytes(Charset.forName("GBK")));
        assertThat(imports.problem()).containsText("UTF-8");
    }
}
