package org.redress.platform;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides once, before anything starts, whose database this is. {@code redress.demo} follows from it and cannot be set: demo
 * accounts exist only where the database is the embedded one. Any of the connection settings counts as "given", also an empty
 * one, so that a slip in a production configuration never ends in a demo.
 */
class DatabaseChoice implements EnvironmentPostProcessor {

    static final String DEMO = "redress.demo";

    private static final List<String> CONNECTION_SETTINGS = List.of("spring.datasource.url", "spring.datasource.username",
            "spring.datasource.password", "spring.datasource.jndi-name", "spring.datasource.hikari.jdbc-url");

    /** What the demo company tells its customers; a company of its own sets its own. */
    private static final Map<String, Object> DEMO_COMPANY = Map.of("redress.portal.phone", "0755-0100 1000",
            "redress.portal.emergency-phone", "0755-0100 1999", "redress.portal.hours.en", "Every day, 8:00 to 20:00",
            "redress.portal.hours.zh", "每天 8:00-20:00");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean external = CONNECTION_SETTINGS.stream().anyMatch(environment::containsProperty);
        environment.getPropertySources().addFirst(new MapPropertySource("databaseChoice", Map.of(DEMO, !external)));
        if (!external) {
            environment.getPropertySources().addLast(new MapPropertySource("demoCompany", DEMO_COMPANY));
        }
    }
}
