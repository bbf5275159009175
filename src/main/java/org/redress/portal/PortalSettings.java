package org.redress.portal;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company says of itself to its customers; empty texts are not shown.
 *
 * @param phone          how customers reach people
 * @param emergencyPhone for danger to life or property
 * @param hours          when the phone is answered
 * @param outsideBody    who decides when company and customer do not agree
 */
@ConfigurationProperties("redress.portal")
public record PortalSettings(@DefaultValue("") String phone, @DefaultValue("") String emergencyPhone,
        @DefaultValue Words hours, @DefaultValue OutsideBody outsideBody, @DefaultValue Limits limits) {

    /** A text in both languages of the house. */
    public record Words(@DefaultValue("") String en, @DefaultValue("") String zh) {

        public Bilingual both() {
            return new Bilingual(en, zh);
        }
    }

    /**
     * The outside body (外部申诉机构).
     *
     * @param after how long after the receipt it may be asked at the latest; sooner when there is nothing more to be hoped for
     */
    public record OutsideBody(@DefaultValue Words name, @DefaultValue("") String phone, @DefaultValue("P56D") Period after) {

        /** When the right to ask it begins. @param deadlockAt when the company had nothing more to offer, null where it has */
        public Instant from(Instant receivedAt, @Nullable Instant deadlockAt, ZoneId zone) {
            Instant latest = receivedAt.atZone(zone).plus(after).toInstant();
            return deadlockAt != null && deadlockAt.isBefore(latest) ? deadlockAt : latest;
        }
    }

    /**
     * What one address, one link or one telephone may ask for, on each node.
     *
     * @param looksPerMinute     pages and acts for an address
     * @param wrongLinksPerHour  links that lead nowhere, for an address
     * @param actsPerHour        what is written or sent on one case
     * @param complaintsPerHour  public forms for an address
     * @param complaintsPerDay   public forms for one telephone or e-mail address
     */
    public record Limits(@DefaultValue("120") int looksPerMinute, @DefaultValue("20") int wrongLinksPerHour,
            @DefaultValue("30") int actsPerHour, @DefaultValue("10") int complaintsPerHour, @DefaultValue("5") int complaintsPerDay) {
    }
}
