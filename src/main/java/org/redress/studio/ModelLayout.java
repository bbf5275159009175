package org.redress.studio;

/** Port: how files of models are laid out, so that what did not change reads the same, and a difference of versions is small. */
public interface ModelLayout {

    /**
     * The same model as the repository would have it.
     *
     * @throws org.redress.shared.Problem 422 on {@code content} when it cannot be read at all: not well-formed, too deep, with a document type
     */
    byte[] canonical(String file, byte[] content);

    /** Id of the model that the content says it holds: of the first process or decision, of the form; "" for none. */
    String idOf(String file, byte[] content);
}
