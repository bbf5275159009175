package org.redress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Tests run in two virtual machines at once: what one checkout does only once is done by the first, and the other waits for it. */
public final class OneRunner {

    private OneRunner() {
    }

    /** @param name of a file under {@code target} that is locked meanwhile, also against other virtual machines */
    public static <T> T alone(String name, Supplier<T> act) {
        Path file = Path.of("target", name + ".lock");
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = channel.lock()) {
                return act.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
