package org.redress.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.CalendarData;
import org.redress.deadline.CalendarException;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.Calendars;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.WorkingCalendar;
import org.redress.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions in memory: what is saved never changes, so only the number of the newest has to be asked for again. A version saved on
 * this node is known at once, one saved elsewhere after a few seconds. The first start saves what came with the product.
 */
@Component
class StoredCalendars implements Calendars {

    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST_SEEN = 10_000;

    private final CalendarStore store;
    private final Clock clock;
    private final Map<Integer, CompanyCalendar> versions = new ConcurrentHashMap<>();
    private final Map<CalendarInForce, WorkingCalendar> seen = new ConcurrentHashMap<>();
    private volatile @Nullable Newest newest;

    StoredCalendars(CalendarStore store, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            CalendarVersion first = new CalendarVersion(1, CalendarData.SHIPPED, Actor.SYSTEM, clock.instant());
            if (store.newest() == 0 && store.add(first)) {
                store.write(1, CalendarData.shipped());
            }
        });
    }

    @Override
    public int newest() {
        Newest known = newest;
        Instant now = clock.instant();
        if (known == null || now.isBefore(known.readAt()) || !now.isBefore(known.readAt().plus(TRUSTED))) {
            known = new Newest(store.newest(), now);
            newest = known;
        }
        return known.version();
    }

    @Override
    public WorkingCalendar of(int version, @Nullable String area, @Nullable String kind) {
        if (seen.size() > MOST_SEEN) {
            seen.clear();
        }
        return seen.computeIfAbsent(new CalendarInForce(version, area, kind), unused -> version(version).of(area, kind));
    }

    /** @throws CalendarException when there is no such version */
    CompanyCalendar version(int version) {
        CompanyCalendar known = versions.get(version);
        if (known == null) {
            known = store.load(version).orElseThrow(() -> CalendarException.unknownVersion(version));
            versions.put(version, known);
        }
        return known;
    }

    /** As these, with one version more that is not saved. */
    Calendars with(int version, CompanyCalendar draft) {
        Map<CalendarInForce, WorkingCalendar> drafted = new ConcurrentHashMap<>();
        return new Calendars() {

            @Override
            public int newest() {
                return version;
            }

            @Override
            public WorkingCalendar of(int number, @Nullable String area, @Nullable String kind) {
                return number == version
                        ? drafted.computeIfAbsent(new CalendarInForce(number, area, kind), unused -> draft.of(area, kind))
                        : StoredCalendars.this.of(number, area, kind);
            }
        };
    }

    /** Another version was saved. */
    void changed() {
        newest = null;
    }

    /** For tests that put the database back below this. */
    void forget() {
        newest = null;
        versions.clear();
        seen.clear();
    }

    private record Newest(int version, Instant readAt) {
    }
}
