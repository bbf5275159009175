package org.redress.notification;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this node. */
@Component
public class LiveStreams {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** A stream ends after this time and the browser opens another: rights taken away or a session ended elsewhere count by then. */
    private static final long LONGEST_MILLIS = 15 * 60 * 1000L;

    private final LiveEventStore store;
    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final AtomicLong lastHeard = new AtomicLong();

    LiveStreams(LiveEventStore store) {
        this.store = store;
    }

    /**
     * Opens a stream.
     *
     * @param addresses topics with their reference, "case:RD-2026-000123", or * for any; the caller has checked that the person may hear them
     * @param after     id of the last event the browser got, null for a page that was just loaded
     */
    public SseEmitter open(String username, Set<String> addresses, @Nullable Long after) {
        var stream = new Stream(username, Set.copyOf(addresses), new SseEmitter(LONGEST_MILLIS));
        stream.emitter().onCompletion(() -> streams.remove(stream));
        stream.emitter().onTimeout(stream.emitter()::complete);
        stream.emitter().onError(gone -> streams.remove(stream));
        streams.add(stream);
        send(stream, SseEmitter.event().reconnectTime(2000).comment("open"));
        if (after != null) {
            try {
                store.after(after, stream.addresses()).forEach(event -> send(stream, event));
            } catch (RuntimeException e) {
                streams.remove(stream); // nobody holds its other end
                throw e;
            }
        }
        return stream.emitter();
    }

    void send(LiveEvent event) {
        lastHeard.accumulateAndGet(event.id(), Math::max);
        streams.stream().filter(stream -> stream.wants(event)).forEach(stream -> send(stream, event));
    }

    /** After the connection was lost: tells what was committed meanwhile. */
    void catchUp() {
        long since = lastHeard.get();
        if (since > 0) {
            streams.forEach(stream -> store.after(since, stream.addresses()).forEach(event -> send(stream, event)));
        }
    }

    /** Keeps proxies from closing a quiet stream, and finds browsers that are gone. */
    @Scheduled(fixedRateString = "PT20S")
    void heartbeat() {
        streams.forEach(stream -> send(stream, SseEmitter.event().comment("still here")));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        var username = event.getAuthentication().getName();
        streams.stream().filter(stream -> stream.username().equals(username)).forEach(stream -> stream.emitter().complete());
    }

    void closeAll() {
        streams.forEach(stream -> stream.emitter().complete());
        streams.clear();
    }

    int count() {
        return streams.size();
    }

    private void send(Stream stream, LiveEvent event) {
        send(stream, SseEmitter.event().id(String.valueOf(event.id()))
                .data("{\"topic\":\"" + event.topic() + "\",\"ref\":\"" + json(event.ref()) + "\",\"version\":" + event.version() + "}"));
    }

    private void send(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A browser of {} is gone: {}", stream.username(), gone.getMessage());
            streams.remove(stream);
        }
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private record Stream(String username, Set<String> addresses, SseEmitter emitter) {

        boolean wants(LiveEvent event) {
            return addresses.contains(event.address()) || addresses.contains(event.topic() + ":*");
        }
    }
}
