package org.redress.process.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.camunda.bpm.model.xml.ModelException;

/** Models around the one that somebody types in: the same from one key stroke to the next, and slow to read. Models are only read here, by all at once. */
final class KnownModels {

    /** What a company runs, and some drafts beside. */
    private static final int MOST = 40;

    private final Map<String, Optional<?>> known = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<?>> eldest) {
            return size() > MOST;
        }
    });

    static Optional<ProcessFile> process(String file, byte[] content) {
        try {
            return Optional.of(ProcessFile.read(file, content));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }

    static Optional<DecisionFile> decision(String file, byte[] content) {
        try {
            return Optional.of(DecisionFile.read(file, content));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }

    Optional<ProcessFile> knownProcess(String file, byte[] content) {
        return keep(file, content, () -> process(file, content));
    }

    Optional<DecisionFile> knownDecision(String file, byte[] content) {
        return keep(file, content, () -> decision(file, content));
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> keep(String file, byte[] content, Supplier<Optional<T>> read) {
        String key = key(file, content);
        Optional<T> before = (Optional<T>) known.get(key);
        if (before != null) {
            return before;
        }
        Optional<T> now = read.get();
        known.put(key, now);
        return now;
    }

    private static String key(String file, byte[] content) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update(file.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
