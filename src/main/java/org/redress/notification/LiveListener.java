package org.redress.notification;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.redress.shared.LivePageHeard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what any node has committed and passes it to the streams of this one and to rooms that keep something in memory. It has a connection of its own, because a pooled one would be
 * taken away from it; when the connection is lost it takes another, and the streams read from the table what they missed.
 */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final int POLL_MILLIS = 500;
    private static final int RETRY_SECONDS = 2;

    /** After half a minute of silence the connection is asked whether it still stands: one that was cut says nothing by itself. */
    private static final int QUIET_POLLS = 60;
    private static final int VALID_SECONDS = 5;

    private final DataSource dataSource;
    private final LiveStreams streams;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile CountDownLatch listening = new CountDownLatch(1);

    LiveListener(DataSource dataSource, LiveStreams streams, ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.events = events;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        listening = new CountDownLatch(1);
        var started = new Thread(this::run, "live-events");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        stop.countDown();
        streams.closeAll();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(2L * POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server waits for its requests to end: an open stream never would. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** Whether events are heard, waiting for it at most so long. */
    boolean awaitListening(long seconds) throws InterruptedException {
        return listening.await(seconds, TimeUnit.SECONDS);
    }

    private void run() {
        while (stop.getCount() > 0) {
            try (Connection connection = connect()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("Live updates pause: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + LiveEventStore.CHANNEL);
        }
        var notifications = connection.unwrap(PGConnection.class);
        streams.catchUp();
        events.publishEvent(new LivePageHeard(LivePageHeard.ANYTHING, "", 0));
        listening.countDown();
        int quiet = 0;
        while (stop.getCount() > 0) {
            var heard = notifications.getNotifications(POLL_MILLIS);
            if (heard == null || heard.length == 0) {
                quiet++;
                if (quiet % QUIET_POLLS == 0 && !connection.isValid(VALID_SECONDS)) {
                    throw new SQLException("the connection is cut");
                }
            } else {
                quiet = 0;
                for (var notification : heard) {
                    var event = LiveEvent.decode(notification.getParameter());
                    if (event != null) {
                        streams.send(event);
                        events.publishEvent(new LivePageHeard(event.topic(), event.ref(), event.version()));
                    }
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        var how = new Properties();
        how.setProperty("tcpKeepAlive", "true");
        if (pool.getUsername() != null) {
            how.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            how.setProperty("password", pool.getPassword());
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), how);
    }

    private void pause() {
        try {
            if (stop.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("Live updates end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
