package org.redress.demo;

import java.util.List;
import org.redress.notification.WebhookChannel;
import org.redress.notification.WebhookChannels;
import org.redress.notification.WebhookShape;
import org.redress.shared.Bilingual;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A chat of the demo company, switched off: its address leads nowhere until somebody puts a real one. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoChannels {

    private final WebhookChannels channels;

    DemoChannels(WebhookChannels channels) {
        this.channels = channels;
    }

    /** The second time it changes nothing. */
    void load() {
        if (!channels.all().isEmpty()) {
            return;
        }
        channels.add(new WebhookChannel("dispatch-room", new Bilingual("Dispatch room", "调度群"), "https://chat.example/robot/send", WebhookShape.DINGTALK_MARKDOWN,
                null, "", "zh-CN", List.of("clock.breached", "s1.captured"), 20, false, 0));
    }
}
