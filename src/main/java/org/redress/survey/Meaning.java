package org.redress.survey;

/** What a grade says about the service, whatever it is called in its scale; figures and decisions go by this alone. */
public enum Meaning {
    /** 满意 */ SATISFIED,
    /** 一般 */ NEUTRAL,
    /** 不满意 */ DISSATISFIED
}
