package org.redress.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.redress.e2e.browser.Person;

/** {@code /admin/imports}: send a file. */
public final class ImportsPage {

    private final Person person;

    public ImportsPage(Person person) {
        this.person = person;
    }

    public ImportsPage open() {
        person.goTo("/admin/imports");
        return this;
    }

    /** @param mapping its name, as it stands in brackets in the list */
    public ImportRunPage send(String mapping, String fileName, String csv) {
        return send(mapping, fileName, csv.getBytes(StandardCharsets.UTF_8));
    }

    public ImportRunPage send(String mapping, String fileName, byte[] csv) {
        person.field("imports.list.mapping").selectOption(new SelectOption().setValue(mapping));
        person.field("imports.list.file").setInputFiles(new FilePayload(fileName, "text/csv", csv));
        person.button("imports.list.look").click();
        return new ImportRunPage(person);
    }

    /** What the page refuses to take, in words. */
    public Locator problem() {
        return person.page().getByRole(AriaRole.ALERT);
    }

    /** {@code /admin/imports/{id}}: what the file would do, then what it did. */
    public static final class ImportRunPage {

        private final Person person;

        ImportRunPage(Person person) {
            this.person = person;
        }

        /** The number beside a word, such as "Would go in". */
        public Locator figure(String key) {
            return person.page().getByRole(AriaRole.TERM).and(person.page().getByText(person.text(key)))
                    .locator("xpath=following-sibling::dd[1]");
        }

        public Locator state(String state) {
            return person.heading("imports.state." + state);
        }

        public void start() {
            person.button("imports.preview.start").click();
        }

        public Locator refusedRow(int line) {
            return person.page().getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHas(person.named(AriaRole.ROWHEADER, String.valueOf(line))));
        }

        /** The first rows as they will be taken in. */
        public Locator understood() {
            return person.named(AriaRole.REGION, person.text("imports.preview.rows"));
        }

        /** The file of refused rows. */
        public String fetchRefused() {
            var download = person.page().waitForDownload(() -> person.link("imports.run.fetch").click());
            try (var content = download.createReadStream()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
