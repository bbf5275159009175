package org.redress.deadline;

/**
 * The time somebody has (时限额度), for example 30 min, 24 h, 2 bh or 4 bd.
 *
 * @param amount at least 1
 */
public record Budget(int amount, BudgetUnit unit) {

    public Budget {
        if (amount < 1) {
            throw new PolicyException("deadline.policy.budget.amount", amount);
        }
    }

    public static Budget minutes(int amount) {
        return new Budget(amount, BudgetUnit.MINUTES);
    }

    public static Budget hours(int amount) {
        return new Budget(amount, BudgetUnit.HOURS);
    }

    public static Budget businessHours(int amount) {
        return new Budget(amount, BudgetUnit.BUSINESS_HOURS);
    }

    public static Budget businessDays(int amount) {
        return new Budget(amount, BudgetUnit.BUSINESS_DAYS);
    }

    /** Reads what {@link #toString()} writes, for example {@code "2 bd"}; throws {@link PolicyException} on anything else. */
    public static Budget parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length == 2 && parts[0].matches("[0-9]{1,6}")) {
            for (BudgetUnit unit : BudgetUnit.values()) {
                if (unit.symbol().equals(parts[1])) {
                    return new Budget(Integer.parseInt(parts[0]), unit);
                }
            }
        }
        throw new PolicyException("deadline.policy.budget.text", text);
    }

    @Override
    public String toString() {
        return amount + " " + unit.symbol();
    }
}
