package org.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseChoiceTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isADemoWhenNoDatabaseIsConfigured() {
        assertThat(decide()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.datasource.url", "spring.datasource.username", "spring.datasource.password",
            "spring.datasource.jndi-name", "spring.datasource.hikari.jdbc-url"})
    void isNoDemoWithAnyPartOfAConfiguredOneEvenAnEmptyOne(String setting) {
        environment.setProperty(setting, "");
        assertThat(decide()).isEqualTo("false");
    }

    @Test
    void cannotBeTalkedIntoADemoOnAConfiguredDatabase() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/redress");
        environment.setProperty("redress.demo", "true");
        assertThat(decide()).isEqualTo("false");
    }

    private String decide() {
        new DatabaseChoice().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(DatabaseChoice.DEMO);
    }
}
