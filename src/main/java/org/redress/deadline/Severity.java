package org.redress.deadline;

/** How grave a complaint is (严重程度). S1 is 特急/重大, S2 重要, S3 一般, S4 轻微; the rules that decide are a DMN table. */
public enum Severity {
    S1, S2, S3, S4;

    /** Clocks of the gravest level run 24x7 and never pause; all others keep the working calendar. */
    public boolean aroundTheClock() {
        return this == S1;
    }
}
