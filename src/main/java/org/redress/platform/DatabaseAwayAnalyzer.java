package org.redress.platform;

import java.net.URI;
import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.jspecify.annotations.Nullable;

/** Says in one sentence that a configured database does not answer, refuses the account, or does not exist. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseAwayAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        var where = "The database " + place();
        if (state.startsWith("08") || state.equals("57P03")) {
            return say(where + " does not answer: " + cause.getMessage(),
                    "Start it, or correct spring.datasource.url, then start Redress again.", cause);
        }
        if (state.startsWith("28")) {
            return say(where + " refuses the account: " + cause.getMessage(),
                    "Correct spring.datasource.username and spring.datasource.password.", cause);
        }
        if (state.equals("3D000")) {
            return say(where + " does not exist on its server: " + cause.getMessage(),
                    "Create it, or correct spring.datasource.url.", cause);
        }
        return null;
    }

    private FailureAnalysis say(String description, String action, SQLException cause) {
        return new FailureAnalysis(description, action, cause);
    }

    /** Host and name only: the rest of the address may carry a password. */
    private String place() {
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql://")) {
            return "of Redress";
        }
        try {
            var address = URI.create(url.substring("jdbc:".length()));
            return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()) + address.getPath();
        } catch (IllegalArgumentException e) {
            return "of Redress";
        }
    }
}
