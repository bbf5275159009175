package org.redress.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.redress.RedressApplication;
import org.redress.platform.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** The whole application in a process of its own on the tests' database, to die between a timer's firing and its commit. */
@TestConfiguration(proxyBeanMethods = false)
class LadderInChild {

    /** Ends as the power goes: no hook runs, nothing is rolled back by us. */
    @Bean
    SmartInitializingSingleton dieBeforeTheCommitOfAStep(ObjectProvider<ConfigurableTransactionManager> transactions, ObjectProvider<JdbcClient> jdbc,
            @Value("${test.die}") boolean die) {
        return () -> {
            if (die) {
                transactions.getObject().addListener(new TransactionExecutionListener() {
                    @Override
                    public void beforeCommit(TransactionExecution transaction) {
                        if (!transaction.isReadOnly() && transaction.isNewTransaction()
                                && jdbc.getObject().sql("select count(*) from ladder_step").query(Integer.class).single() > 0) {
                            Runtime.getRuntime().halt(137);
                        }
                    }
                });
            }
        };
    }

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {RedressApplication.class, LadderInChild.class}, arguments);
    }

    static Process start(TestDatabase database, boolean die) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), LadderInChild.class.getName()));
        command.addAll(List.of("--spring.datasource.url=" + database.getJdbcUrl(), "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(), "--spring.datasource.hikari.maximum-pool-size=8", "--server.port=0",
                "--redress.admin.username=root", "--redress.admin.password=a-long-password-of-a-test", "--redress.engine.run-jobs=true",
                "--redress.engine.lock=2s", "--redress.messages.run=false", "--test.die=" + die));
        var log = Files.createDirectories(Path.of("target", "ladder-child")).resolve((die ? "killed" : "restarted") + ".log");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
