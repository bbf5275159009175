package org.redress.deadline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of domain.md, section 4, typed in once more: what sla-policy.dmn is compared with, and a policy for tests without an engine. */
public final class DomainPolicy {

    static final List<String> ROWS = """
            FIRST_CONTACT,S1,1 h,,,
            FIRST_CONTACT,S2,2 h,,,
            FIRST_CONTACT,S3,24 h,,,
            FIRST_CONTACT,S4,1 bd,,,
            ASSIGN,S1,30 min,,,
            ASSIGN,S2,2 bh,,,
            ASSIGN,S3,4 bh,,,
            ASSIGN,S4,1 bd,,,
            SIGN,S1,30 min,,,
            SIGN,S2,2 bh,,,
            SIGN,S3,4 bh,,,
            SIGN,S4,1 bd,,,
            RESOLVE,S1,24 h,,,1 bd
            RESOLVE,S2,2 bd,5 bd,2 bd,1 bd
            RESOLVE,S3,4 bd,5 bd,5 bd,1 bd
            RESOLVE,S4,10 bd,5 bd,5 bd,1 bd
            PROMISE,S1,24 h,,,
            PROMISE,S2,3 bd,5 bd,2 bd,
            PROMISE,S3,5 bd,5 bd,5 bd,
            PROMISE,S4,15 bd,5 bd,5 bd,
            RECALL,S1,4 h,,,
            RECALL,S2,1 bd,,,
            RECALL,S3,1 bd,,,
            RECALL,S4,3 bd,,,
            """.lines().toList();

    private DomainPolicy() {
    }

    public static ClockPolicy policy() {
        return new ClockPolicy(rules());
    }

    public static List<ClockRule> rules() {
        return ROWS.stream().map(DomainPolicy::rule).toList();
    }

    static ClockRule rule(String row) {
        String[] cells = row.split(",", -1);
        return new ClockRule(ClockKind.valueOf(cells[0]), Severity.valueOf(cells[1]), Budget.parse(cells[2]), optional(cells[3]), optional(cells[4]),
                optional(cells[5]));
    }

    private static @Nullable Budget optional(String cell) {
        return cell.isEmpty() ? null : Budget.parse(cell);
    }
}
