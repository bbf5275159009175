package org.redress.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Brings the people of a class and, after each test, fails it for what the watch saw; of a failed test a picture and a trace of every
 * browser stay in target/e2e (open a trace at trace.playwright.dev).
 */
class Evidence implements BeforeEachCallback, AfterTestExecutionCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    private static final Path FOLDER = Path.of("target", "e2e");

    @Override
    public void beforeEach(ExtensionContext context) {
        var people = people(context);
        ((BrowserTest) context.getRequiredTestInstance()).people = people;
        people.present().forEach(person -> person.context().tracing().startChunk());
    }

    private static People people(ExtensionContext context) {
        var application = SpringExtension.getApplicationContext(context);
        var ofTheClass = context.getParent().orElseThrow().getStore(ExtensionContext.Namespace.create(Evidence.class));
        return ofTheClass.getOrComputeIfAbsent(People.class, key -> new People(
                "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"),
                application.getBean(MessageSource.class)), People.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var people = people(context);
        var problems = people.problems();
        var failed = context.getExecutionException().isPresent() || !problems.isEmpty();
        if (failed) {
            var folder = FOLDER.resolve(context.getRequiredTestClass().getSimpleName())
                    .resolve(context.getRequiredTestMethod().getName());
            people.present().forEach(person -> keep(person, folder));
            LOG.info("What the browsers showed is in {}", folder);
        } else {
            people.present().forEach(person -> person.context().tracing().stopChunk());
        }
        if (context.getExecutionException().isEmpty()) {
            assertThat(problems).as("what must never happen on a page").isEmpty();
        } else {
            problems.forEach(problem -> LOG.warn("On a page of the failed test: {}", problem));
        }
    }

    private static void keep(Person person, Path folder) {
        var name = person.name() + "-" + person.locale().getLanguage();
        try {
            person.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
        } catch (PlaywrightException e) {
            LOG.warn("No picture of {}: {}", person, e.getMessage());
        }
        person.context().tracing().stopChunk(new Tracing.StopChunkOptions().setPath(folder.resolve(name + ".zip")));
    }
}
