package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CustomerCase.Step;

/** The five plain steps of a case, with dates of those that are done in its present round. */
final class CustomerSteps {

    private static final List<String> KINDS = List.of("RECEIVED", "ASSIGNED", "WORK", "OUTCOME", "END");

    private final CaseState state;
    private final Instant receivedAt;
    private final Instant capturedAt;
    private final @Nullable Instant resolvedAt;
    private final @Nullable Instant closedAt;
    /** When something of a kind happened last since the case came back. */
    private final List<Happened> round = new ArrayList<>();

    /** @param events in the order they happened */
    CustomerSteps(CaseState state, Instant receivedAt, Instant capturedAt, @Nullable Instant resolvedAt, @Nullable Instant closedAt,
            List<Happened> events) {
        this.state = state;
        this.receivedAt = receivedAt;
        this.capturedAt = capturedAt;
        this.resolvedAt = resolvedAt;
        this.closedAt = closedAt;
        for (Happened event : events) {
            if (event.kind() == EventKind.REOPENED) {
                round.clear();
            }
            round.add(event);
        }
    }

    record Happened(EventKind kind, Instant at) {
    }

    List<Step> steps() {
        int reached = reached();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            boolean last = i == KINDS.size() - 1;
            boolean done = i <= reached || last && state.isEnded();
            Instant at = done ? at(KINDS.get(i)) : null;
            String status = done ? "DONE" : state.isEnded() ? "SKIPPED" : i == reached + 1 ? "NOW" : "AHEAD";
            steps.add(new Step(KINDS.get(i), status, at));
        }
        return steps;
    }

    /** Index of the last step that is done; the end apart. */
    private int reached() {
        return switch (state) {
            case CAPTURED, TRIAGE, REJECTED, MERGED, REFERRED_OUT -> 0;
            case ASSIGNED -> 1;
            case IN_PROGRESS, WAITING_CUSTOMER, WAITING_THIRD_PARTY, RESOLVED -> 2;
            case SETTLED_ON_CALL -> 0;
            case RECALL_DUE, CLOSED -> 3;
            case WITHDRAWN -> last(EventKind.SIGNED) != null ? 2 : last(EventKind.ASSIGNED) != null ? 1 : 0;
        };
    }

    private @Nullable Instant at(String kind) {
        return switch (kind) {
            case "RECEIVED" -> receivedAt;
            case "ASSIGNED" -> first(last(EventKind.ASSIGNED), last(EventKind.REOPENED), capturedAt);
            case "WORK" -> last(EventKind.SIGNED);
            case "OUTCOME" -> resolvedAt;
            default -> closedAt;
        };
    }

    private @Nullable Instant last(EventKind kind) {
        return round.stream().filter(event -> event.kind() == kind).map(Happened::at).reduce((earlier, later) -> later).orElse(null);
    }

    private static Instant first(@Nullable Instant one, @Nullable Instant other, Instant otherwise) {
        return one != null ? one : other != null ? other : otherwise;
    }
}
