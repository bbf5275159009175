package org.redress.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions that note their last use once a minute instead of with every request: reading a page writes nothing. A session may end a
 * minute early for it.
 */
@Component
@Primary
class QuietSessions implements FindByIndexNameSessionRepository<QuietSessions.Quiet> {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<Session> sessions;

    @SuppressWarnings("unchecked")
    QuietSessions(JdbcIndexedSessionRepository sessions) {
        // its own kind of session is not visible outside its package; only its own sessions are ever handed back to it
        this.sessions = (FindByIndexNameSessionRepository<Session>) (FindByIndexNameSessionRepository<?>) sessions;
    }

    @Override
    public Quiet createSession() {
        return new Quiet(sessions.createSession());
    }

    @Override
    public void save(Quiet session) {
        sessions.save(session.kept());
    }

    @Override
    public @Nullable Quiet findById(String id) {
        var found = sessions.findById(id);
        return found == null ? null : new Quiet(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Quiet> findByIndexNameAndIndexValue(String name, String value) {
        var found = new LinkedHashMap<String, Quiet>();
        sessions.findByIndexNameAndIndexValue(name, value).forEach((id, session) -> found.put(id, new Quiet(session)));
        return found;
    }

    /** @param kept the session that stands in the table */
    record Quiet(Session kept) implements Session {

        @Override
        public void setLastAccessedTime(Instant at) {
            if (!at.isBefore(kept.getLastAccessedTime().plus(NOTED_EVERY))) {
                kept.setLastAccessedTime(at);
            }
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
