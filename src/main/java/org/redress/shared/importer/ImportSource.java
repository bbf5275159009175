package org.redress.shared.importer;

/**
 * What a target must know of the file's origin.
 *
 * @param name             name of the mapping: with the row's key it identifies a thing for ever
 * @param ensureTeams      make teams that do not exist yet; otherwise an unknown team is refused
 * @param ensureCategories make categories that do not exist yet; otherwise an unknown category is refused
 * @param notes            several rows tell one story: the first makes the case, each becomes a note in its timeline
 */
public record ImportSource(String name, boolean ensureTeams, boolean ensureCategories, boolean notes) {
}
