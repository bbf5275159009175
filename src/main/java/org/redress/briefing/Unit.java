package org.redress.briefing;

/** What the values of a column are, so that a page, paper and a workbook show them the same way. */
public enum Unit {
    TEXT,
    /** A whole number. */ COUNT,
    /** Hundredths, kept with two decimals: 99.86. */ PERCENT,
    /** A number with two decimals, such as complaints per 1,000 jobs. */ RATE,
    DAY
}
