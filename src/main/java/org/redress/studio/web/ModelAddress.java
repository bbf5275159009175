package org.redress.studio.web;

import java.util.Locale;

import org.redress.shared.Problem;
import org.redress.studio.ModelKind;

/** How addresses name a model: {@code process/complaint}. */
final class ModelAddress {

    private ModelAddress() {
    }

    /** @throws Problem 404 for a kind that is none */
    static String file(String kind, String model) {
        for (ModelKind each : ModelKind.values()) {
            if (word(each).equals(kind)) {
                return each.file(model);
            }
        }
        throw Problem.notFound("studio.problem.unknownKind", kind);
    }

    static String word(ModelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Page of a draft. */
    static String edit(long change, String file) {
        ModelKind kind = ModelKind.of(file).orElseThrow(() -> Problem.notFound("studio.problem.unknownKind", file));
        return "/designer/changes/" + change + "/edit/" + word(kind) + "/" + kind.id(file);
    }
}
