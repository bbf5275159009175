package org.redress.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the floor.
 *
 * @param dataDir folder of the embedded database, kept between starts; unused with a database of your own
 * @param zone    zone of the company's business hours and of every time shown
 */
@ConfigurationProperties("redress")
record PlatformProperties(@DefaultValue("data") Path dataDir, @DefaultValue("Asia/Shanghai") ZoneId zone) {
}
