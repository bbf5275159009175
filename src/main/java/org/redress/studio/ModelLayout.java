package org.redress.studio;

import java.util.Map;

import org.redress.shared.Bilingual;

/** Port: how files of models are laid out, so that what did not change reads the same and differences are small, and what stands in them. */
public interface ModelLayout {

    /**
     * The same model as the repository would have it.
     *
     * @throws org.redress.shared.Problem 422 on {@code content} when it cannot be read at all: not well-formed, too deep, with a document type
     */
    byte[] canonical(String file, byte[] content);

    /** Id of the model that the content says it holds: of the first process or decision, of the form; "" for none. */
    String idOf(String file, byte[] content);

    /** How processes, decisions and user tasks in the file are called, by their id; nothing of a form, or of what cannot be read. */
    Map<String, Bilingual> names(String file, byte[] content);
}
