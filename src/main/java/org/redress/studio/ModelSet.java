package org.redress.studio;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * All models that belong together: file name ({@code bpmn/complaint.bpmn}) to content. A release is always a whole set, so that what is bound to its
 * deployment finds everything there.
 */
public final class ModelSet {

    private final SortedMap<String, byte[]> files;

    private ModelSet(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    public static ModelSet of(Map<String, byte[]> files) {
        return new ModelSet(new TreeMap<>(files));
    }

    /** The contents are shared, not copied: nobody may write into them. */
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** This set with some files changed or added, and those without content (null) taken out. */
    public ModelSet with(Map<String, byte @Nullable []> changes) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changes.forEach((file, content) -> {
            if (content == null) {
                changed.remove(file);
            } else {
                changed.put(file, content);
            }
        });
        return new ModelSet(changed);
    }

    /** Names of the files that are not the same in the other set, or only in one of both. */
    public Set<String> differences(ModelSet other) {
        Set<String> names = new HashSet<>(files.keySet());
        names.addAll(other.files.keySet());
        Set<String> different = new TreeSet<>();
        for (String name : names) {
            if (!Arrays.equals(files.get(name), other.files.get(name))) {
                different.add(name);
            }
        }
        return different;
    }
}
