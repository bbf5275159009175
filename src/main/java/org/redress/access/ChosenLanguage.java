package org.redress.access;

import java.util.Optional;
import org.redress.shared.PersonLanguage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The language that an account keeps. */
@Component
class ChosenLanguage implements PersonLanguage {

    private final JdbcClient jdbc;

    ChosenLanguage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String username) {
        return jdbc.sql("select language from account where username = ? and language is not null").param(username).query(String.class).optional();
    }
}
