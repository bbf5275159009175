package org.redress.studio.web;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.studio.Draft;
import org.redress.studio.ModelKind;
import org.springframework.stereotype.Component;

/** What templates of the studio ask: {@code @studioSteps}. */
@Component("studioSteps")
class StudioSteps {

    private static final List<String> STEPS = List.of("edit", "check", "try", "compare", "release", "migrate");

    private final Clock clock;

    StudioSteps(Clock clock) {
        this.clock = clock;
    }

    /** In the order in which a change takes them; the last words of their addresses. */
    public List<String> all() {
        return STEPS;
    }

    /** Address of the editor of a draft. */
    public String edit(Draft draft) {
        return ModelAddress.edit(draft.change(), draft.file());
    }

    /** Id of the model in the draft. */
    public String model(Draft draft) {
        return model(draft.file());
    }

    public String model(String file) {
        return ModelKind.of(file).orElseThrow(() -> Problem.notFound("studio.problem.unknownKind", file)).id(file);
    }

    /** Username of who edits it now, null when it is free. */
    public @Nullable String holder(Draft draft) {
        return draft.holder(clock.instant());
    }
}
