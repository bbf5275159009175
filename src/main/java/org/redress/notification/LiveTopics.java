package org.redress.notification;

import java.util.LinkedHashSet;
import java.util.Set;
import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/**
 * Who may hear of what. Events carry ids and versions only, and the page fetches what it shows with the person's own rights; still nobody
 * needs to know how busy another team is.
 */
@Component
public class LiveTopics {

    private static final Set<String> TOPICS = Set.of("case", "tasks", "calls", "import", "bell", "change");
    private static final int AT_MOST = 200;

    /**
     * @param text addresses with commas between them: "tasks:repair-1,case:RD-2026-000123"
     * @return those the person may hear; the tabs of a browser share one stream, so one topic too many must not silence the others
     * @throws Problem 400 for what is no topic, 403 when the person may hear none of them
     */
    public Set<String> checked(Actor actor, String text) {
        var addresses = new LinkedHashSet<String>();
        String refused = null;
        for (String part : text.split(",")) {
            var address = part.strip();
            if (address.isEmpty()) {
                continue;
            }
            int colon = address.indexOf(':');
            if (colon < 1 || colon == address.length() - 1 || !TOPICS.contains(address.substring(0, colon)) || addresses.size() == AT_MOST) {
                throw Problem.badRequest("notification.problem.topic", address);
            }
            if (mayHear(actor, address.substring(0, colon), address.substring(colon + 1))) {
                addresses.add(address);
            } else {
                refused = address;
            }
        }
        if (addresses.isEmpty() && refused != null) {
            throw Problem.forbidden("notification.problem.forbidden", refused);
        }
        if (addresses.isEmpty()) {
            throw Problem.badRequest("notification.problem.topic", text);
        }
        return addresses;
    }

    private static boolean mayHear(Actor actor, String topic, String ref) {
        boolean overall = actor.hasAny("COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "ADMINISTRATOR");
        return switch (topic) {
            case "tasks" -> overall || ref.equals(actor.username()) || actor.teams().contains(ref) || actor.roles().contains(ref);
            case "case" -> overall || !ref.equals("*");
            case "calls" -> overall || actor.hasAny("CALLBACK_AGENT");
            case "bell" -> ref.equals(actor.username());
            case "change" -> actor.hasAny("PROCESS_DESIGNER", "ADMINISTRATOR", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR");
            case "import" -> actor.hasAny("ADMINISTRATOR", "COMPLAINT_SPECIALIST");
            default -> false;
        };
    }
}
