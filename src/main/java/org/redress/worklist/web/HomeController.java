package org.redress.worklist.web;

import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.WorkQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a role begins: three numbers that open their rows, and the next task. */
@Controller
class HomeController {

    private static final String[] WORKS = {"CALLBACK_AGENT", "INTAKE_AGENT", "COMPLAINT_SPECIALIST", "TEAM_MEMBER", "TEAM_LEADER",
            "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    /** Whose home is the board of what is late. */
    private static final String[] MANAGES = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final CurrentActor current;
    private final WorkQuery query;

    HomeController(CurrentActor current, WorkQuery query) {
        this.current = current;
        this.query = query;
    }

    @GetMapping("/")
    String home(Model model) {
        Actor actor = current.get();
        if (actor.hasAny(MANAGES)) {
            return "redirect:/board/overdue";
        }
        if (actor.hasAny(WORKS)) {
            WorkQuery.Home home = query.home(actor);
            boolean manages = actor.hasAny("TEAM_LEADER");
            model.addAttribute("mine", TasksController.number(home.mine()));
            model.addAttribute("claimable", TasksController.number(home.claimable()));
            model.addAttribute("overdue", TasksController.number(manages ? home.overdue() : home.myOverdue()));
            model.addAttribute("overdueScope", manages ? "team" : "mine");
            model.addAttribute("hasNext", home.mine().number() + home.claimable().number() > 0);
        }
        model.addAttribute("works", actor.hasAny(WORKS));
        model.addAttribute("calls", actor.hasAny("CALLBACK_AGENT"));
        model.addAttribute("captures", actor.hasAny("INTAKE_AGENT", "COMPLAINT_SPECIALIST"));
        model.addAttribute("manages", actor.hasAny("TEAM_LEADER"));
        model.addAttribute("administers", actor.hasAny("ADMINISTRATOR"));
        return "worklist/home";
    }
}
