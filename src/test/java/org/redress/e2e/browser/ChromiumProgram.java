package org.redress.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.redress.OneRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the browser is: the system property {@code redress.e2e.chromium}, else where Linux packages put Chromium or Chrome. A machine
 * that is Debian or Ubuntu and lets us (root) gets it installed, with the fonts that show Chinese; any other is told what to do.
 */
final class ChromiumProgram {

    static final String PROPERTY = "redress.e2e.chromium";

    private static final Logger LOG = LoggerFactory.getLogger(ChromiumProgram.class);
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/opt/google/chrome/chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final String INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk";

    private ChromiumProgram() {
    }

    static Path find() {
        var named = System.getProperty(PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable).orElseThrow(() -> new IllegalStateException(
                    "-D" + PROPERTY + " names no program: " + named));
        }
        return OneRunner.alone("chromium", () -> installed().orElseGet(ChromiumProgram::install));
    }

    private static Optional<Path> installed() {
        return USUAL_PLACES.stream().map(Path::of).filter(Files::isExecutable).filter(ChromiumProgram::starts).findFirst();
    }

    // Ubuntu's package is a placeholder that only asks for the snap
    private static boolean starts(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw missing("");
        }
        LOG.info("No Chromium here: installing it once by \"{}\"", INSTALL);
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", INSTALL).redirectErrorStream(true);
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var running = process.start();
            var said = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw missing(" The package manager said: " + said.lines().reduce((first, last) -> last).orElse("nothing"));
            }
        } catch (IOException e) {
            throw missing(" " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing("");
        }
        return installed().orElseThrow(() -> missing(""));
    }

    private static IllegalStateException missing(String why) {
        return new IllegalStateException("The browser tests need Chromium or Chrome: install it (on Debian as root: " + INSTALL
                + ") or name the program by -D" + PROPERTY + "=/path/to/it." + why);
    }

    /** Headless, for root, quiet on the network. */
    static List<String> arguments() {
        return List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync");
    }
}
