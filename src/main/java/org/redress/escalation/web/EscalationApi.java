package org.redress.escalation.web;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.Escalations;
import org.redress.escalation.LadderStepRow;
import org.redress.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ladder over HTTP. */
@RestController
@RequestMapping("/api/v1/complaints/{number}")
@Tag(name = "Complaints")
class EscalationApi {

    private final Escalations escalations;

    EscalationApi(Escalations escalations) {
        this.escalations = escalations;
    }

    record OrderBody(@Nullable String reason, @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {
    }

    @Operation(summary = "Order supervision: a manager has to answer")
    @PostMapping("/supervise")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void supervise(@PathVariable String number, @RequestBody OrderBody body) {
        refuse(body.unknown());
        escalations.order(number, body.reason() == null ? "" : body.reason());
    }

    @Operation(summary = "Steps of the ladder that were taken, newest first")
    @GetMapping("/ladder")
    List<LadderStepRow> ladder(@PathVariable String number) {
        return escalations.steps(number);
    }

    private static void refuse(@Nullable Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw Problem.invalid(unknown.keySet().iterator().next(), "escalation.problem.unknown");
        }
    }
}
