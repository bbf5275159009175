package org.redress.studio;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the studio.
 *
 * @param fourEyes whether a release needs the approval of another designer; off, it is in force as soon as it is asked for
 */
@ConfigurationProperties("redress.studio")
public record StudioSettings(@DefaultValue("true") boolean fourEyes) {
}
