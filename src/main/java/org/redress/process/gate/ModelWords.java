package org.redress.process.gate;

/** The names that models may use beside their own variables. */
public interface ModelWords {

    /** @return whether a service task or listener may name it */
    boolean isStep(String name);

    /** @return whether expressions may call functions of it */
    boolean isFunctions(String name);

    /** @return whether there is such a function for expressions */
    boolean declares(String name, String function);
}
