package org.redress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Time stands still until a test moves it; whoever else keeps time (the engine) is told. */
public final class MovableClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Monday morning, 2 March 2026, 09:00 in Shanghai: half an hour into business hours. */
    public static final Instant START = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(ZONE).toInstant();

    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var source = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return source.withZone(other);
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
        followers.forEach(follower -> follower.accept(instant));
    }

    /** As a person in Shanghai reads it: {@code "2026-03-02T16:00"}. */
    public void setLocal(String localDateTime) {
        set(LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant());
    }

    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    public void reset() {
        set(START);
    }

    /** @param follower told at once, and at every move */
    public void follow(Consumer<Instant> follower) {
        followers.add(follower);
        follower.accept(now);
    }
}
