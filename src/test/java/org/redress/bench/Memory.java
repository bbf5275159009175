package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of a process and of those it started; what several share counts once in all (Pss), as the machine pays for it. */
record Memory(ProcessHandle root, boolean withChildren) {

    double kibibytes() {
        Stream<ProcessHandle> all = withChildren ? Stream.concat(Stream.of(root), root.descendants()) : Stream.of(root);
        return all.mapToDouble(Memory::proportional).sum();
    }

    private static double proportional(ProcessHandle process) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
            return lines.stream().filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", ""))).sum();
        } catch (NoSuchFileException e) {
            return 0; // ended since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
