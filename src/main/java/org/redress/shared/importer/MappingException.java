package org.redress.shared.importer;

/** A mapping file that cannot be used; the sentence says which line to mend, in English as it stands beside the English keys. */
public class MappingException extends RuntimeException {

    MappingException(String sentence) {
        super(sentence);
    }
}
