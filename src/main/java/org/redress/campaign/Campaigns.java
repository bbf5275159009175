package org.redress.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.redress.callback.CampaignCalls;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns: who may, in which order, and what is written down. */
@Service
@Transactional
public class Campaigns {

    static final String SUBJECT = "CAMPAIGN";
    /** Seconds in which the largest campaign is on the list, all or nothing. */
    private static final int STARTED_WITHIN = 300;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_TEXT = 4000;
    private static final String[] ACT = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final CampaignTable table;
    private final PopulationTable populations;
    private final CampaignCheck check;
    private final CampaignCalls calls;
    private final SignalTable days;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    Campaigns(CampaignTable table, PopulationTable populations, CampaignCheck check, CampaignCalls calls, SignalTable days, CurrentActor actor,
            AuditTrail audit, Clock clock) {
        this.table = table;
        this.populations = populations;
        this.check = check;
        this.calls = calls;
        this.days = days;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposals first, then the newest. */
    @Transactional(readOnly = true)
    public List<Campaign> all(int limit, int skip) {
        return table.all(limit, skip);
    }

    /** @throws Problem 404 for one that is not there */
    @Transactional(readOnly = true)
    public Campaign get(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("campaign.problem.unknown"));
    }

    /** Whether a person may start, drop and end campaigns, and decide measures. */
    public static boolean mayAct(Actor actor) {
        return actor.hasAny(ACT);
    }

    /** What starting it now would come to. @throws Problem 422 naming every wrong field */
    @Transactional(readOnly = true)
    public Choice preview(NewCampaign wanted) {
        refuse(check.problems(wanted));
        return populations.choose(wanted.population(), clock.instant());
    }

    /** Regions to choose from. */
    @Transactional(readOnly = true)
    public List<String> regions() {
        return populations.regions();
    }

    /**
     * Puts its calls on the call list.
     *
     * @return its id
     * @throws Problem 403 for others than managers, 409 when the proposal was decided on meanwhile, 422 for wrong fields or when nobody is left to call
     */
    @Transactional(timeout = STARTED_WITHIN)
    public long start(NewCampaign wanted) {
        requireManager();
        Choice choice = preview(wanted);
        if (choice.jobIds().isEmpty()) {
            throw Problem.invalid("from", "campaign.problem.nobody", choice.jobs());
        }
        Instant now = clock.instant();
        String by = actor.get().username();
        Population chosen = wanted.population();
        String name = wanted.name().strip();
        Long proposal = wanted.proposal();
        if (proposal != null && !table.accept(proposal, wanted.version(), name, chosen, by, now)) {
            throw stale(proposal);
        }
        long id = proposal == null ? table.add(name, chosen, by, now) : proposal;
        Instant end = days.start(wanted.lastDay().plusDays(1)).toInstant();
        CampaignCalls.Opened opened = calls.open(id, wanted.questionnaire(), choice.jobIds(), end);
        table.opened(id, opened.opened(), choice.leftOut(), wanted.questionnaire(), end);
        audit.record("START_CAMPAIGN", SUBJECT, get(id).code(), Map.of("name", name, "calls", opened.opened(), "jobs", choice.jobs()));
        return id;
    }

    /** @throws Problem 403, 409 when it is no proposal any more, 422 without a reason */
    public void drop(long id, int version, String reason) {
        move(id, version, CampaignState.PROPOSED, CampaignState.DROPPED, "reason", reason, LONGEST_REASON);
    }

    /** The causes stand. @throws Problem 403, 409 when it does not run any more, 422 without a finding */
    public void analyse(long id, int version, String finding) {
        move(id, version, CampaignState.RUNNING, CampaignState.ANALYSED, "finding", finding, LONGEST_TEXT);
    }

    /** @throws Problem 403, 409 when it was not analysed or is closed, 422 without a conclusion */
    public void close(long id, int version, String conclusion) {
        move(id, version, CampaignState.ANALYSED, CampaignState.CLOSED, "conclusion", conclusion, LONGEST_TEXT);
    }

    private void move(long id, int version, CampaignState from, CampaignState to, String column, String text, int longest) {
        requireManager();
        Campaign campaign = get(id);
        if (text.isBlank() || text.length() > longest) {
            throw Problem.invalid(column, "campaign.problem." + column, longest);
        }
        if (!table.move(id, version, from, to, column, text.strip(), actor.get().username(), clock.instant())) {
            throw stale(id);
        }
        audit.record(to + "_CAMPAIGN", SUBJECT, campaign.code(), Map.of(column, text.strip()));
    }

    void requireManager() {
        if (!mayAct(actor.get())) {
            throw Problem.forbidden("campaign.problem.notYours");
        }
    }

    private Problem stale(long id) {
        return Problem.conflict("campaign.problem.stale", get(id).code());
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }
}
