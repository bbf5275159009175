package org.redress.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.redress.platform.TestDatabase;
import org.redress.shared.PersonLanguage;
import org.redress.shared.web.PageTimes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and its worker in a process of its own, to be killed: the parts of the application that a message passes, on the same database. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class, JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class, MailSenderAutoConfiguration.class})
@Import({NotificationConfiguration.class, OutboxWriter.class, OutboxStore.class, Outlets.class, Dispatcher.class, OutboxWorker.class, MailTransport.class,
    TextMaker.class, TemplateBook.class, TemplateShelf.class, WebhookStore.class, BellNotes.class, LiveEventWriter.class, LiveEventStore.class, PageTimes.class})
class OutboxInChild {

    @Bean
    Clock clockOfTheChild(@Value("${test.later}") Duration later) {
        return Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), later);
    }

    @Bean
    PersonLanguage nobodyChose() {
        return username -> Optional.empty();
    }

    /** @param arguments settings, and the key of a message to tell */
    public static void main(String[] arguments) throws IOException {
        var context = new SpringApplicationBuilder(OutboxInChild.class).web(WebApplicationType.NONE).run(arguments);
        var key = context.getEnvironment().getRequiredProperty("test.key");
        context.getBean(TransactionTemplate.class).executeWithoutResult(
                status -> context.getBean(Messages.class).send(OutboxKit.toPerson(key, "handler", "wang@example.com", true)));
        System.in.read(); // the worker works, until the process is killed
    }

    /** @param later how long after now, so that leases of a process that was killed have ended */
    static Process start(TestDatabase database, int mailPort, String key, Duration later) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), OutboxInChild.class.getName()));
        command.addAll(Arrays.asList("--spring.datasource.url=" + database.getJdbcUrl(), "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(), "--spring.datasource.hikari.maximum-pool-size=4", "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort, "--redress.messages.every=200ms", "--test.key=" + key, "--test.later=" + later));
        var log = Files.createDirectories(Path.of("target", "outbox-child")).resolve(key.replace('/', '-') + "-" + later + ".log");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
