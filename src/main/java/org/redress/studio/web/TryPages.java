package org.redress.studio.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.studio.Change;
import org.redress.studio.Changes;
import org.redress.studio.DecisionTrials;
import org.redress.studio.DecisionTrials.Outcome;
import org.redress.studio.DecisionTrials.Told;
import org.redress.studio.DecisionTrials.Trial;
import org.redress.studio.RunningModels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Decisions of a change on real inputs: what they say now, what they would say. Nothing is written. */
@Controller
class TryPages {

    private final Changes changes;
    private final RunningModels running;
    private final DecisionTrials trials;
    private final MigrationWords words;

    TryPages(Changes changes, RunningModels running, DecisionTrials trials, MigrationWords words) {
        this.changes = changes;
        this.running = running;
        this.trials = trials;
        this.words = words;
    }

    record TrialLine(String id, String name, String file, int asked, int same, int other, List<ShiftLine> shifts, List<ChangedLine> changed, List<String> problems) {
    }

    record ShiftLine(String now, String then, int count) {
    }

    record ChangedLine(@Nullable String subject, String at, String inputs, String now, String then) {
    }

    @GetMapping("/designer/changes/{id}/try")
    String show(@PathVariable long id, Model model, Locale locale) {
        Change change = changes.find(id);
        List<Trial> found = trials.of(running.inForce(), changes.setOf(id), changes.files(id));
        model.addAttribute("change", change);
        model.addAttribute("trials", found.stream().map(trial -> line(trial, locale)).toList());
        model.addAttribute("most", DecisionTrials.INPUTS);
        return "studio/try";
    }

    private TrialLine line(Trial trial, Locale locale) {
        return new TrialLine(trial.decision(), trial.name().in(locale), trial.file(), trial.asked(), trial.same(), trial.changed().size(),
                trial.shifts().stream().map(shift -> new ShiftLine(text(shift.now(), locale), text(shift.then(), locale), shift.count())).toList(),
                trial.changed().stream().map(one -> new ChangedLine(one.subject(), words.moment(one.at(), locale), one.inputs(), text(one.now(), locale),
                        text(one.then(), locale))).toList(),
                trial.problems().stream().map(why -> words.why(why, locale)).toList());
    }

    private String text(Outcome outcome, Locale locale) {
        return outcome.told() == Told.ANSWER ? outcome.text() : words.text("enum.Told." + outcome.told(), locale);
    }
}
