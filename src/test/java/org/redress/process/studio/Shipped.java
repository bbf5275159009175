package org.redress.process.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;

/** The models as they came with the product, and what becomes of them when somebody breaks one. */
public final class Shipped {

    private Shipped() {
    }

    public static ModelSet set() {
        Map<String, byte[]> files = new HashMap<>();
        for (String folder : new String[] {"bpmn", "forms"}) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                for (Path file : found.filter(each -> ModelKind.of(each.toString()).isPresent()).toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ModelSet.of(files);
    }

    public static String text(String file) {
        return new String(set().files().get(file), StandardCharsets.UTF_8);
    }

    /** The first place where it says so says something else. */
    public static String changed(String file, String from, String to) {
        String text = text(file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not say " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    public static ModelSet with(String file, String content) {
        return set().with(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }
}
