package org.redress.process.studio.table;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is needed of a decision table to look for gaps and overlaps.
 *
 * @param policy UNIQUE, FIRST, ANY …
 */
public record Table(String policy, List<Input> inputs, List<Rule> rules) {

    /**
     * @param id    of the input in the model
     * @param name  its expression, as designers know it
     * @param type  null for a type that says nothing
     * @param words the texts there can be at all; empty where anything can come
     */
    public record Input(String id, String name, @Nullable InputType type, Set<String> words) {
    }

    /**
     * @param when as many as there are inputs
     * @param then the outputs as they are written
     */
    public record Rule(String id, List<String> when, List<String> then) {
    }
}
