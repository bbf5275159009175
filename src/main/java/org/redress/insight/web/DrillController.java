package org.redress.insight.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.insight.Tonight;
import org.redress.insight.Tonight.Evening;
import org.redress.insight.Tonight.Step;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who will be told tonight if nothing happens (升级演练). */
@Controller
class DrillController {

    private final Tonight tonight;
    private final BoardTexts texts;

    DrillController(Tonight tonight, BoardTexts texts) {
        this.tonight = tonight;
        this.texts = texts;
    }

    /** @param note why somebody else than the level names is told, null where they are the ones */
    record Line(String number, String severity, String summary, String clock, int level, String at, String action, String told, @Nullable String note) {
    }

    record Person(String name, int steps, String first) {
    }

    @GetMapping("/board/drill")
    String drill(Model model, Locale locale) {
        Evening evening = tonight.now();
        model.addAttribute("total", evening.total());
        model.addAttribute("most", Tonight.MOST);
        model.addAttribute("people", evening.byPerson().entrySet().stream().map(entry -> person(entry, locale)).toList());
        model.addAttribute("steps", evening.steps().stream().map(step -> line(step, locale)).toList());
        return "insight/drill";
    }

    private Person person(Map.Entry<String, List<Step>> entry, Locale locale) {
        return new Person(texts.person(entry.getKey(), locale), entry.getValue().size(), texts.moment(entry.getValue().get(0).at(), locale));
    }

    private Line line(Step step, Locale locale) {
        String told = step.recipients().isEmpty() ? texts.text("insight.overdue.customer", locale)
                : String.join(", ", step.recipients().stream().map(name -> texts.person(name, locale)).toList());
        String en = step.noteEn();
        String zh = step.noteZh();
        return new Line(step.number(), step.severity().name(), step.summary(), step.clock().name(), step.level(), texts.moment(step.at(), locale),
                step.action().name(), told, en == null || zh == null ? null : new Bilingual(en, zh).in(locale));
    }
}
