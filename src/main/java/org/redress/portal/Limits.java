package org.redress.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

import org.springframework.stereotype.Component;

/** Keeps the open pages open for everybody: each address, link and telephone has its allowance. */
@Component
public class Limits {

    private static final int IPV6 = 16;
    /** Who has one address of the sixth version has the whole network of it. */
    private static final int IPV6_NETWORK = 8;

    private final Allowance looks;
    private final Allowance wrongLinks;
    private final Allowance acts;
    private final Allowance complaints;
    private final Allowance contacts;

    Limits(PortalSettings settings, Clock clock) {
        PortalSettings.Limits limits = settings.limits();
        looks = new Allowance(limits.looksPerMinute(), Duration.ofMinutes(1), clock);
        wrongLinks = new Allowance(limits.wrongLinksPerHour(), Duration.ofHours(1), clock);
        acts = new Allowance(limits.actsPerHour(), Duration.ofHours(1), clock);
        complaints = new Allowance(limits.complaintsPerHour(), Duration.ofHours(1), clock);
        contacts = new Allowance(limits.complaintsPerDay(), Duration.ofDays(1), clock);
    }

    /** Somebody opens a page. Who has tried too many wrong links learns of no link any more whether it is right. */
    public void look(String address) {
        String network = network(address);
        wrongLinks.look(network);
        looks.take(network);
    }

    public void wrongLink(String address) {
        wrongLinks.take(network(address));
    }

    public void act(long caseId) {
        acts.take(String.valueOf(caseId));
    }

    /** @param link id of a question's link */
    public void rate(long link) {
        acts.take("rate/" + link);
    }

    public void complaint(String address) {
        complaints.take(network(address));
    }

    /** @param contact telephone digits or e-mail address */
    public void contact(String contact) {
        contacts.take(contact.toLowerCase(Locale.ROOT));
    }

    void forget() {
        looks.forget();
        wrongLinks.forget();
        acts.forget();
        complaints.forget();
        contacts.forget();
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == IPV6 ? IPV6_NETWORK : bytes.length);
        } catch (UnknownHostException e) {
            return address; // no address of the internet: a socket of its own kind counts as one
        }
    }
}
