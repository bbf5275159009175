package org.redress.deadline;

/** What a budget counts: wall-clock time, or the working time or working days of a calendar. */
public enum BudgetUnit {
    MINUTES("min", false),
    HOURS("h", false),
    BUSINESS_HOURS("bh", true),
    BUSINESS_DAYS("bd", true);

    private final String symbol;
    private final boolean business;

    BudgetUnit(String symbol, boolean business) {
        this.symbol = symbol;
        this.business = business;
    }

    /** The short form used in policy tables: min, h, bh, bd. */
    public String symbol() {
        return symbol;
    }

    /** Whether the unit follows the working calendar. */
    public boolean business() {
        return business;
    }
}
