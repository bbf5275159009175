package org.redress.survey.web;

import org.redress.shared.CurrentActor;
import org.redress.survey.AnswerSheets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /evaluations/{id}}: one asking, where every number of a report ends. */
@Controller
class AnswerPage {

    private final AnswerSheets sheets;
    private final CurrentActor actor;

    AnswerPage(AnswerSheets sheets, CurrentActor actor) {
        this.sheets = sheets;
        this.actor = actor;
    }

    @GetMapping("/evaluations/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("it", sheets.read(actor.get(), id));
        return "survey/answer";
    }
}
