package org.redress.shared.importer;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the importer.
 *
 * @param importsDir  folder with mappings of the company ({@code *.yaml}) and, per mapping, a folder into which files are dropped
 * @param importsPoll how often that folder is looked at
 */
@ConfigurationProperties("redress")
public record ImporterSettings(@DefaultValue("./data/imports") Path importsDir, @DefaultValue("5s") Duration importsPoll) {
}
