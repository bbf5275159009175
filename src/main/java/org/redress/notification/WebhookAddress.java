package org.redress.notification;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses the house calls: https anywhere in the network, http and this machine itself only where the administrator listed the host,
 * and never where machines tell their secrets (link-local and metadata addresses). Looked at when it is entered and again before each call;
 * Java keeps what it looked up for half a minute, so the call goes to the address that was looked at.
 */
record WebhookAddress(Set<String> httpHosts) {

    private static final byte[] ALIBABA_METADATA = {100, 100, 100, (byte) 200};
    private static final byte[] AMAZON_METADATA = {(byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54};
    private static final byte[] EMBEDDED_V4 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    /** What is wrong with an address, by message key and argument. */
    record Refusal(String key, String argument) {
    }

    /** @return null when it may be called; a host that nobody knows just now may be */
    @Nullable Refusal check(String url) {
        return check(url, true);
    }

    /** @param look whether to ask where the host is, which nobody needs of an address that is not called */
    @Nullable Refusal check(String url, boolean look) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return new Refusal("notification.problem.url", url);
        }
        var host = uri.getHost();
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || uri.getUserInfo() != null || uri.getFragment() != null || !Set.of("http", "https").contains(scheme)) {
            return new Refusal("notification.problem.url", url);
        }
        boolean listed = httpHosts.contains(host.toLowerCase(Locale.ROOT));
        if (scheme.equals("http") && !listed) {
            return new Refusal("notification.problem.urlHttp", host);
        }
        return look ? where(host, listed) : null;
    }

    private static @Nullable Refusal where(String host, boolean listed) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (secret(address) || address.isLoopbackAddress() && !listed) {
                    return new Refusal("notification.problem.urlBlocked", host);
                }
            }
            return null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Where nobody's chat lives: machines' own networks, everybody at once, and what clouds tell their machines. */
    static boolean secret(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet6Address && Arrays.equals(Arrays.copyOf(bytes, EMBEDDED_V4.length), EMBEDDED_V4)) {
            return secret(v4(Arrays.copyOfRange(bytes, EMBEDDED_V4.length, bytes.length)));
        }
        return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()
                || Arrays.equals(bytes, ALIBABA_METADATA) || Arrays.equals(bytes, AMAZON_METADATA);
    }

    private static InetAddress v4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
