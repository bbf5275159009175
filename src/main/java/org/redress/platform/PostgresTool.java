package org.redress.platform;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one of PostgreSQL's own programs. They refuse to run as root, so root runs them in a user namespace, where the same
 * account has no name and no rights beyond its files.
 */
record PostgresTool(Path home) {

    /** @throws ToolFailed with what the program said, when it ends with anything but 0 */
    void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // Not a pipe: the server that pg_ctl leaves behind would hold its other end open and we would wait for ever.
        var said = Files.createTempFile("redress-" + program, ".log");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            process.getOutputStream().close();
            int code = process.waitFor();
            if (code != 0) {
                throw new ToolFailed(program, code, Files.readString(said, Charset.defaultCharset()).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** A program of the server said no. */
    static final class ToolFailed extends IOException {

        ToolFailed(String program, int code, String said) {
            super(program + " ended with " + code + ": " + said);
        }
    }
}
