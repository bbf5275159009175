package org.redress.deadline;

/** How grave a case is (严重程度), S1 the gravest. */
public enum Severity {
    S1, S2, S3, S4
}
