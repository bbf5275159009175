package org.redress.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Server settings given on the command line, where they win over any file.
 *
 * @param values setting → value, without blanks or quotes
 */
record PostgresSettings(Map<String, String> values) {

    /**
     * What is committed survives a power cut; sized for one machine that also runs the application. No Unix socket: nothing
     * to find stale after a crash.
     */
    static final PostgresSettings DURABLE = new PostgresSettings(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("random_page_cost", "1.1"),
            // short statements only: compiling them costs more than running them
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // people's words stay out of the log file
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic")));

    PostgresSettings with(Map<String, String> others) {
        var all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new PostgresSettings(Map.copyOf(all));
    }

    /** As one argument of {@code pg_ctl -o}, which passes it through a shell. */
    String asOptions(int port) {
        var line = new StringBuilder("-p ").append(port);
        values.forEach((name, value) -> line.append(" -c \"").append(name).append('=').append(value).append('"'));
        return line.toString();
    }
}
