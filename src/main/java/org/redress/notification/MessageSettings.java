package org.redress.notification;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what leaves the house.
 *
 * @param run           whether this node sends; off in tests, which drive the dispatcher themselves
 * @param every         how often a node looks for what is due
 * @param threads       mails and webhooks sent at once by this node
 * @param lease         how long a message that a node has taken stays with it; a node that died lets it go after this
 * @param giveUp        how long a message is tried before it is undeliverable, counted from the first attempt
 * @param firstRetry    wait after the first failure; doubled each time
 * @param longestRetry  longest wait between attempts of one message
 * @param longestPause  longest rest of a way out whose other side is away
 * @param mailPerMinute most mails a minute, over all nodes
 * @param quietFrom     beginning of the quiet hours (免打扰时段) in the company's zone
 * @param quietUntil    their end; the same as the beginning for none
 * @param sender        address that mails come from; blank for the account at the mail server
 * @param httpHosts     hosts that may be reached by plain http and inside this machine; all others by https only
 * @param keep          how long sent messages and notes that were read are kept
 */
@ConfigurationProperties("redress.messages")
record MessageSettings(
        @DefaultValue("true") boolean run,
        @DefaultValue("2s") Duration every,
        @DefaultValue("2") int threads,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("72h") Duration giveUp,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("120") int mailPerMinute,
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime quietUntil,
        @DefaultValue("") String sender,
        @DefaultValue Set<String> httpHosts,
        @DefaultValue("730d") Duration keep) {

    /** Whether messages that are not urgent wait at this time of the day. */
    boolean quietAt(LocalTime time) {
        if (quietFrom.equals(quietUntil)) {
            return false;
        }
        boolean overMidnight = quietFrom.isAfter(quietUntil);
        boolean begun = !time.isBefore(quietFrom);
        boolean notOver = time.isBefore(quietUntil);
        return overMidnight ? begun || notOver : begun && notOver;
    }
}
