package org.redress.bench;

import java.nio.file.Path;

import javax.sql.DataSource;

import org.redress.RedressApplication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Base of what is measured on the application as it runs: its own durable database, the machine's clock, the demo company. Only timers
 * are off, as they are on the side it is compared with.
 */
@SpringBootTest(classes = RedressApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "redress.engine.run-jobs=false",
        "spring.test.print-condition-evaluation-report=false"
})
@Import(WholeHouse.Looking.class)
abstract class WholeHouse {

    private static final Path DATA = Report.FOLDER.resolve("data").toAbsolutePath();

    @LocalServerPort
    int port;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Counting counting;

    @DynamicPropertySource
    static void freshData(DynamicPropertyRegistry registry) {
        FileSystemUtils.deleteRecursively(DATA.resolve("postgres").toFile());
        registry.add("redress.data-dir", DATA::toString);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Looking {

        @Bean
        static Counting counting() {
            return new Counting();
        }

        @Bean
        static BeanPostProcessor lookedAt(ObjectProvider<Counting> counting) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool ? new CountedDataSource(pool, counting.getObject()) : bean;
                }
            };
        }
    }
}
