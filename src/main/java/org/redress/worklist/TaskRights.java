package org.redress.worklist;

/**
 * What the reader may do with one task now.
 *
 * @param claim    take it (签收): nobody has it and it is offered to them
 * @param complete finish it: they have it, or may take it
 * @param release  give it back (退回)
 * @param assign   give it to somebody else (转办)
 */
public record TaskRights(boolean claim, boolean complete, boolean release, boolean assign) {
}
