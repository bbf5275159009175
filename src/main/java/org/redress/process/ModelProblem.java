package org.redress.process;

/**
 * One reason why a model may not run here.
 *
 * @param file    name of the resource
 * @param element id of the element, empty when the whole file is meant
 * @param text    what is wrong, for designers and the log
 */
record ModelProblem(String file, String element, String text) {

    @Override
    public String toString() {
        return file + (element.isEmpty() ? "" : " " + element) + ": " + text;
    }
}
