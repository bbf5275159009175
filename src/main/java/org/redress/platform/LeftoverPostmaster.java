package org.redress.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed application leaves behind: a server still running on our files, or only its pid file. The caller holds the data
 * folder, so nobody else can be using that server.
 */
record LeftoverPostmaster(Path cluster, PostgresTool tool) {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);

    void clearAway() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var process = ProcessHandle.of(pid(pidFile)).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            // The server recovers from its own stale file, and checks on the way that no child of the old one is left.
            log.info("The database was not shut down last time; it will recover now");
        } else if (isPostgres(process.get())) {
            log.info("Stopping the database server that the last run left behind (process {})", process.get().pid());
            tool.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-t", "60", "-w", "stop");
        } else {
            log.info("Process {} is not the database's: removing the stale pid file", process.get().pid());
            Files.delete(pidFile);
        }
    }

    private static long pid(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? -1 : Math.abs(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A pid is used again after a reboot; a program we may not look at is not ours. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command()
                .map(path -> Path.of(path).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }
}
