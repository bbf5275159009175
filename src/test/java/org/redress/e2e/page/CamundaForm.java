package org.redress.e2e.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redress.e2e.browser.Person;

/**
 * The form of a user task, filled in by the words that its .form file has in the person's language; drawn by form-js, or as plain fields
 * where no scripts run. Nothing here touches the mouse: choices are made as somebody does who works with the keyboard.
 */
public final class CamundaForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person person;
    private final JsonNode components;

    /** @param task element id of the user task, which is the name of its form */
    public CamundaForm(Person person, String task) {
        this.person = person;
        try {
            components = JSON.readTree(Path.of("forms", task + ".form").toFile()).path("components");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode component(String key) {
        for (JsonNode component : components) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new IllegalArgumentException("The form has no field " + key);
    }

    private String words(JsonNode component, String property) {
        var english = component.path(property).asText();
        return person.words().choose(english, component.path("properties").path("zh-CN." + property).asText(english));
    }

    private String label(String key) {
        return words(component(key), "label");
    }

    /** What an option of the field is called. */
    public String option(String key, String value) {
        for (JsonNode option : component(key).path("values")) {
            if (option.path("value").asText().equals(value)) {
                return person.words().choose(option.path("label").asText(),
                        component(key).path("properties").path("zh-CN.option." + value).asText(option.path("label").asText()));
            }
        }
        throw new IllegalArgumentException(key + " has no option " + value);
    }

    /** A required field carries an asterisk that is no part of its name. */
    private Locator field(AriaRole role, String name) {
        return person.main().getByRole(role, new Locator.GetByRoleOptions().setName(exactly(name)));
    }

    // read by the browser, which does not know Java's way of quoting
    private static Pattern exactly(String name) {
        return Pattern.compile("^" + quoted(name) + "\\s?\\*?$");
    }

    private static String quoted(String name) {
        return name.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    public Locator text(String key) {
        return field(AriaRole.TEXTBOX, label(key));
    }

    public CamundaForm type(String key, String text) {
        text(key).fill(text);
        return this;
    }

    public CamundaForm number(String key, String value) {
        field(AriaRole.SPINBUTTON, label(key)).or(field(AriaRole.TEXTBOX, label(key))).fill(value);
        return this;
    }

    public CamundaForm tick(String key) {
        field(AriaRole.CHECKBOX, label(key)).press("Space");
        return this;
    }

    /** One of several boxes, such as a remedy. */
    public CamundaForm tick(String key, String value) {
        field(AriaRole.CHECKBOX, option(key, value)).press("Space");
        return this;
    }

    public CamundaForm pick(String key, String value) {
        radio(key, value).press("Space");
        return this;
    }

    public Locator radio(String key, String value) {
        return group(label(key)).getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(exactly(option(key, value))));
    }

    /** Several questions have a "Yes": the question tells which. */
    private Locator group(String question) {
        var plain = Pattern.compile("^" + quoted(question));
        return field(AriaRole.RADIOGROUP, question).or(person.main().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(plain)));
    }

    /** A field with options to choose from. */
    public Locator list(String key) {
        return person.main().getByLabel(exactly(label(key))).first();
    }

    /** An option that the form itself names. */
    public CamundaForm choose(String key, String value) {
        return chooseWords(key, option(key, value));
    }

    /** The first option with these words; for options that only the data know, such as a team. */
    public CamundaForm chooseWords(String key, String words) {
        var list = list(key);
        if ("SELECT".equals(list.evaluate("element => element.tagName"))) {
            list.selectOption(new SelectOption().setLabel(list.locator("option").filter(new Locator.FilterOptions().setHasText(words))
                    .first().textContent()));
            return this;
        }
        list.focus();
        var drawn = person.page().locator(".fjs-dropdownlist-item");
        drawn.first().waitFor();
        List<String> options = drawn.allTextContents();
        if (list.isVisible() && options.stream().noneMatch(option -> option.contains(words))) {
            list.click(); // opened by the keyboard it shows only options like the one chosen already, by the mouse every one
            drawn.nth(options.size()).waitFor();
            options = drawn.allTextContents();
        }
        int wanted = indexOf(options, words);
        int at = focused();
        for (int steps = 0; at != wanted && steps < 2 * options.size(); steps++) {
            list.press(at < wanted ? "ArrowDown" : "ArrowUp");
            at = focused();
        }
        list.press("Enter");
        return this;
    }

    private static int indexOf(List<String> options, String words) {
        return IntStream.range(0, options.size()).filter(at -> options.get(at).contains(words)).findFirst()
                .orElseThrow(() -> new AssertionError("\"" + words + "\" is not among " + options));
    }

    private int focused() {
        return (int) person.page().locator(".fjs-dropdownlist")
                .evaluate("list => [...list.children].findIndex(item => item.classList.contains('focused'))");
    }

    public CamundaForm moment(String key, LocalDateTime moment) {
        var date = field(AriaRole.TEXTBOX, words(component(key), "dateLabel"));
        date.fill(moment.format(DateTimeFormatter.ofPattern(person.words().choose("MM/dd/yyyy", "yyyy/MM/dd"), Locale.ROOT)));
        date.press("Tab");
        var time = field(AriaRole.TEXTBOX, words(component(key), "timeLabel"));
        time.fill(moment.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
        time.press("Tab");
        return this;
    }

    /** Waits until form-js stands where the plain fields stood. */
    public CamundaForm drawn() {
        person.page().locator(".task-form .fjs-form").waitFor();
        return this;
    }
}
