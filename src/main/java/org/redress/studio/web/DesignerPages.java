package org.redress.studio.web;

import java.util.Arrays;
import java.util.Set;

import org.redress.studio.ChangeState;
import org.redress.studio.Changes;
import org.redress.studio.ModelKind;
import org.redress.studio.StudioHome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /designer}: every model at a glance (流程设计). */
@Controller
class DesignerPages {

    private static final int MOST_CHANGES = 10;

    private final StudioHome home;
    private final Changes changes;

    DesignerPages(StudioHome home, Changes changes) {
        this.home = home;
        this.changes = changes;
    }

    @GetMapping("/designer")
    String show(Model model) {
        model.addAttribute("kinds", Arrays.asList(ModelKind.values()));
        model.addAttribute("cards", home.cards());
        model.addAttribute("changes", changes.list(Set.of(ChangeState.OPEN, ChangeState.SUBMITTED), MOST_CHANGES));
        return "studio/home";
    }
}
