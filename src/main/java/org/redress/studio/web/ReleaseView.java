package org.redress.studio.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.CurrentActor;
import org.redress.studio.Release;
import org.redress.studio.ReleaseKind;
import org.redress.studio.ReleaseState;
import org.redress.studio.Releases;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page of a release offers whoever looks at it; the service checks again. */
@Component
class ReleaseView {

    private final Releases releases;
    private final Organisation organisation;
    private final CurrentActor actor;

    ReleaseView(Releases releases, Organisation organisation, CurrentActor actor) {
        this.releases = releases;
        this.organisation = organisation;
        this.actor = actor;
    }

    void fill(Model model, Release release) {
        boolean designer = actor.get().hasAny(Role.PROCESS_DESIGNER.name());
        boolean own = release.askedBy().equals(actor.get().username());
        boolean waits = release.state() == ReleaseState.SUBMITTED;
        Set<String> moved = release.state().isOpen() ? releases.moved(release) : Set.of();
        model.addAttribute("release", release);
        model.addAttribute("moved", moved);
        model.addAttribute("own", own);
        model.addAttribute("mayDecide", designer && waits && !own);
        model.addAttribute("mayWithdraw", designer && release.state().isOpen() && own);
        model.addAttribute("others", waits ? others(release) : List.of());
        model.addAttribute("product", release.kind() == ReleaseKind.PRODUCT);
    }

    /** Who may approve it. */
    private List<Person> others(Release release) {
        return organisation.withRole(Role.PROCESS_DESIGNER).stream().filter(person -> !person.username().equals(release.askedBy())).collect(Collectors.toList());
    }
}
