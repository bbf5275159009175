package org.redress.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happens to one case, the same for both sides and in every run: captured, assigned, signed for, resolved, accepted, and the
 * customer called back is content.
 *
 * @param complaint body of {@code POST /complaints}
 * @param steps     in their order
 */
record Story(Map<String, Object> complaint, List<Step> steps) {

    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄");
    private static final List<String> CATEGORIES = List.of("gas.billing.reading", "gas.billing.amount", "gas.service.late");
    private static final List<String> CHANNELS = List.of("HOTLINE", "COUNTER", "WEB", "LETTER");

    /** An answer that only the moment of completing knows. */
    static final String JUST_NOW = "just now";

    /**
     * @param key     element id without {@code userTask_}
     * @param who     a demo account
     * @param mine    whether the model gives it to that account; otherwise it is free to take
     * @param answers what the form asks for
     * @param routes  what of it the process keeps as variables
     */
    record Step(String key, String who, boolean mine, Map<String, Object> answers, Map<String, Object> routes) {

        Map<String, Object> answersAt(Instant now) {
            Map<String, Object> given = new HashMap<>(answers);
            given.replaceAll((field, answer) -> answer.equals(JUST_NOW) ? now.toString() : answer);
            return given;
        }
    }

    static Story number(int n) {
        var random = new Random(Size.SEED + n);
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        Map<String, Object> complaint = Map.of(
                "channel", CHANNELS.get(random.nextInt(CHANNELS.size())),
                "category", category,
                "customer", Map.of("name", FAMILY.get(random.nextInt(FAMILY.size())) + "秀英",
                        "phone", String.format("0755 %04d %04d", 5_000 + random.nextInt(4_000), random.nextInt(10_000))),
                "summary", "Third reminder about the same bill, number " + n,
                "words", "三个月的量一次抄完了，希望尽快核实并答复");
        return new Story(complaint, List.of(
                new Step("triageComplaint", "specialist", false, Map.of("decision", "ASSIGN", "team", "repair-1", "category", category),
                        Map.of("decision", "ASSIGN", "owner", "specialist", "team", "repair-1")),
                new Step("signForCase", "handler", false, Map.of("decision", "SIGN"), Map.of("decision", "SIGN", "handler", "handler")),
                new Step("resolveComplaint", "handler", true, Map.of("contactedCustomerAt", JUST_NOW,
                        "customerStatement", "读数与表上不符", "employeeStatement", "Read at dusk, the cover was dirty",
                        "finding", "Misread by one digit " + random.nextInt(), "remedies", List.of("APOLOGY", "BILL_CORRECTION"),
                        "amount", random.nextInt(500), "rootCause", "No second look at a value far off",
                        "basisForResolution", "Bill corrected, customer agreed"), Map.of()),
                new Step("reviewResolution", "specialist", true, Map.of("decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM",
                        "causedByService", true), Map.of("decision", "ACCEPT")),
                new Step("recallCustomer", "agent", false, Map.of("reached", true, "solved", true, "scale", "GRADE5", "rating", "GOOD"),
                        Map.of("reached", true, "solved", true, "attempts", 1))));
    }
}
