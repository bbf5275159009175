package org.redress.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is gone from every other fault. */
final class DatabaseAway {

    private DatabaseAway() {
    }

    static boolean caused(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true; // the pool gave up waiting for a connection
            }
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
            // what could not be rolled back hides why it had to be
            if (cause instanceof TransactionSystemException failed && caused(failed.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    /** Class 08: connection exceptions; 57P01 to 57P03: shut down, crashed, not ready yet; 53300: too many connections. */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }
}
