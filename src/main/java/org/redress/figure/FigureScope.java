package org.redress.figure;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.stereotype.Component;

/** Whose people and rows a reader of figures sees: a leader those of the teams they lead, managers and directors all. */
@Component
class FigureScope {

    private static final String[] ALL = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "ADMINISTRATOR"};

    private final CurrentActor current;
    private final Organisation organisation;

    FigureScope(CurrentActor current, Organisation organisation) {
        this.current = current;
        this.organisation = organisation;
    }

    /** Codes of teams; null for all. */
    @Nullable Set<String> teams() {
        Actor actor = current.get();
        if (actor.isSystem() || actor.hasAny(ALL)) {
            return null;
        }
        return organisation.person(actor.username()).map(Person::leads).orElse(Set.of());
    }
}
