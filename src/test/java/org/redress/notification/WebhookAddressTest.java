package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may lead, and where never. */
class WebhookAddressTest {

    private final WebhookAddress addresses = new WebhookAddress(Set.of("chat.intern.example", "169.254.169.254"));

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/hook?token=x", "https://10.1.2.3:8443/hook", "http://chat.intern.example/hook", "https://nowhere.invalid/hook"})
    void theseMayBeCalled(String url) {
        assertThat(addresses.check(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "hook", "ftp://203.0.113.7/hook", "file:///etc/passwd", "https://", "https:///hook", "https://user:pass@203.0.113.7/", "https://203.0.113.7/#x",
        "http://203.0.113.7/hook", "https://127.0.0.1/hook", "https://localhost/hook", "https://[::1]/hook", "https://0.0.0.0/hook",
        "https://169.254.169.254/latest/meta-data", "http://169.254.169.254/", "https://[fe80::1]/", "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::a9fe:a9fe]/", "https://[fd00:ec2::254]/", "https://100.100.100.200/", "https://224.0.0.1/", "https://a b.example/"})
    void theseAreNeverCalled(String url) {
        assertThat(addresses.check(url)).isNotNull();
    }

    @Test
    void anAddressThatIsNotLookedUpIsStillRead() {
        assertThat(addresses.check("https://127.0.0.1/hook", false)).isNull();
        assertThat(addresses.check("http://203.0.113.7/hook", false)).isNotNull();
    }

    @Test
    void aPublicAddressIsNoSecret() throws Exception {
        assertThat(WebhookAddress.secret(InetAddress.getByName("203.0.113.7"))).isFalse();
        assertThat(WebhookAddress.secret(InetAddress.getByName("64:ff9b::cb00:7107"))).isFalse();
    }
}
