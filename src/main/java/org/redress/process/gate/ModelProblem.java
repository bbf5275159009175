package org.redress.process.gate;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.redress.studio.Finding;

/**
 * One thing in a model that the gate refuses.
 *
 * @param file    name of the file
 * @param element id of the element or the nearest one around it that has one, empty when the whole file is meant
 * @param key     of the sentence, which says what is wrong and how to mend it
 * @param args    of the sentence: texts and numbers
 */
public record ModelProblem(String file, String element, String key, List<Object> args) {

    private static final String PREFIX = "studio.finding.gate.";
    private static final String BUNDLE = "messages/studio-gate";

    public ModelProblem {
        args = List.copyOf(args);
    }

    /** @param what last part of the key */
    public static ModelProblem of(String file, String element, String what, Object... args) {
        return new ModelProblem(file, element, PREFIX + what, List.of(args));
    }

    /** As the problem list of the studio shows it. */
    public Finding finding() {
        return new Finding(file, element, Finding.Layer.GATE, Finding.Weight.ERROR, key, args);
    }

    /** The sentence in English, for the log and for who deploys by program. */
    public String text() {
        try {
            return new MessageFormat(ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key), Locale.ROOT).format(args.toArray());
        } catch (MissingResourceException e) {
            return key + " " + args;
        }
    }

    @Override
    public String toString() {
        return file + (element.isEmpty() ? "" : " " + element) + ": " + text();
    }
}
