package org.redress.complaint.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseRemarks;
import org.redress.complaint.CaseState;
import org.redress.complaint.CaseView;
import org.redress.deadline.Severity;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The head that every page of a case carries: what it is, where it stands, who has it, when it is due, what may be done. */
@Component
class CaseHead {

    private static final String[] LEAD = {"COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "ADMINISTRATOR"};

    /** While more time may be asked for. */
    private static final Set<CaseState> BEFORE_RESOLUTION = Set.of(CaseState.TRIAGE, CaseState.ASSIGNED, CaseState.IN_PROGRESS,
            CaseState.WAITING_CUSTOMER, CaseState.WAITING_THIRD_PARTY);

    private final OpenWork openWork;
    private final ClockTexts clocks;
    private final EventTexts texts;
    private final CurrentActor actor;
    private final ObjectProvider<CaseRemarks> remarks;

    CaseHead(OpenWork openWork, ClockTexts clocks, EventTexts texts, CurrentActor actor, ObjectProvider<CaseRemarks> remarks) {
        this.openWork = openWork;
        this.clocks = clocks;
        this.texts = texts;
        this.actor = actor;
        this.remarks = remarks;
    }

    /** @param name step that is open; @param who who holds it, a person, team or role; @param href set where the reader may do it */
    record Work(String name, String who, boolean claimed, @Nullable String href) {
    }

    void fill(Model model, CaseView view, String tab) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("view", view);
        model.addAttribute("row", view.row());
        model.addAttribute("tab", tab);
        model.addAttribute("clock", clocks.next(view.row(), locale));
        model.addAttribute("work", work(view, locale));
        model.addAttribute("owner", view.row().owner() == null ? null : texts.person(view.row().owner(), locale));
        model.addAttribute("team", view.row().team() == null ? null : texts.team(view.row().team(), locale));
        model.addAttribute("severityReason", view.text("zh".equals(locale.getLanguage()) ? "severity_reason_zh" : "severity_reason_en"));
        model.addAttribute("remarks", remarks.stream().flatMap(each -> each.of(view.row().id(), locale).stream()).toList());
        model.addAttribute("verbs", verbs(view));
        model.addAttribute("auditor", actor.get().hasAny("ADMINISTRATOR"));
    }

    private List<Work> work(CaseView view, Locale locale) {
        Actor who = actor.get();
        List<Work> work = new ArrayList<>();
        for (OpenTask task : openWork.of(TaskKind.CASE, view.row().id())) {
            String assignee = task.assignee();
            boolean mine = who.username().equals(assignee)
                    || assignee == null && (who.teams().contains(task.team()) || who.roles().contains(task.team()))
                            && !task.excluded().contains(who.username());
            String holder = texts.holder(assignee == null ? task.team() : assignee, locale);
            work.add(new Work(task.name().in(locale), holder, assignee != null, mine ? "/tasks/" + task.id() : null));
        }
        return work;
    }

    /** What the state allows and the role may; the desk checks both again. */
    private List<String> verbs(CaseView view) {
        Actor who = actor.get();
        CaseState state = view.row().state();
        boolean leads = who.hasAny(LEAD);
        boolean works = leads || view.row().team() != null && who.teams().contains(view.row().team());
        boolean open = !state.isEnded();
        List<String> verbs = new ArrayList<>(List.of("note"));
        add(verbs, "contacted", open && works);
        add(verbs, "pause", works && state == CaseState.IN_PROGRESS);
        add(verbs, "resume", works && (state == CaseState.WAITING_CUSTOMER || state == CaseState.WAITING_THIRD_PARTY));
        add(verbs, "nudge", open);
        add(verbs, "extend", works && open && view.row().severity() != Severity.S1 && BEFORE_RESOLUTION.contains(state));
        add(verbs, "supervise", open && who.hasAny("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"));
        add(verbs, "withdraw", open && (leads || who.hasAny("INTAKE_AGENT")));
        add(verbs, "reopen", (state == CaseState.CLOSED || state == CaseState.SETTLED_ON_CALL) && (leads || who.hasAny("INTAKE_AGENT", "CALLBACK_AGENT")));
        return verbs;
    }

    private static void add(List<String> verbs, String verb, boolean possible) {
        if (possible) {
            verbs.add(verb);
        }
    }
}
