package org.redress.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.Baseline;
import org.redress.briefing.Measure;
import org.redress.briefing.MeasureSource;
import org.redress.briefing.Measures;
import org.redress.briefing.NewMeasure;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a campaign found: its progress, causes, measures, and what they changed. */
@Service
@Transactional(readOnly = true)
public class CampaignStudy {

    /** So many months before the campaign's are looked at; as many as a chart has. */
    private static final int BEFORE = ControlChart.LONGEST;
    private static final Set<String> SEES_ALL = Set.of("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR", "COMPLAINT_SPECIALIST");

    private final Campaigns campaigns;
    private final FindingTable findings;
    private final SignalTable signals;
    private final CauseNames names;
    private final Measures measures;
    private final Figures figures;
    private final CurrentActor actor;
    private final Clock clock;

    CampaignStudy(Campaigns campaigns, FindingTable findings, SignalTable signals, CauseNames names, Measures measures, Figures figures,
            CurrentActor actor, Clock clock) {
        this.campaigns = campaigns;
        this.findings = findings;
        this.signals = signals;
        this.names = names;
        this.measures = measures;
        this.figures = figures;
        this.actor = actor;
        this.clock = clock;
    }

    public Progress progress(long campaign) {
        return findings.progress(campaign);
    }

    /** The causes of what was answered; of a proposal, of the complaints about the month's jobs. Numbers count all teams. */
    public Analysis analysis(Campaign campaign) {
        return Analysis.of(looked(campaign, null));
    }

    /** What is behind one cause; leaders read the lines of their own teams. */
    public List<Finding> behind(Campaign campaign, CauseSource source, String cause) {
        return looked(campaign, mine()).stream().filter(finding -> finding.causes(source).contains(cause)).toList();
    }

    /** What is behind the count of one month of the chart, a line for each one counted; leaders read the lines of their own teams. */
    public List<Finding> behind(Campaign campaign, YearMonth month) {
        Population chosen = campaign.population();
        String team = chosen == null ? null : chosen.team();
        if (signal(campaign) == Signal.DISSATISFACTION_RATE) {
            return findings.dissatisfied(campaign.business(), team, month, mine());
        }
        Set<String> jobs = new HashSet<>(); // a job counts once, however many complaints came about it
        return findings.complaints(campaign.business(), team, month, mine()).stream().filter(finding -> jobs.add(finding.job())).toList();
    }

    private List<Finding> looked(Campaign campaign, @Nullable List<String> teams) {
        YearMonth month = campaign.month();
        return campaign.hasCalls() || month == null ? findings.answers(campaign.id(), teams)
                : findings.complaints(campaign.business(), null, month, teams);
    }

    /** Null for who may read the lines of every team. */
    private @Nullable List<String> mine() {
        Actor reader = actor.get();
        return reader.isSystem() || reader.roles().stream().anyMatch(SEES_ALL::contains) ? null : List.copyOf(reader.teams());
    }

    public String name(CauseSource source, String cause, List<Finding> from, Locale locale) {
        return names.name(source, cause, from, locale);
    }

    /** By hand, it is the satisfaction that a campaign is about. */
    public static Signal signal(Campaign campaign) {
        return Objects.requireNonNullElse(campaign.signal(), Signal.DISSATISFACTION_RATE);
    }

    /** The rate by month until today. @return null before the start */
    public @Nullable Effect effect(Campaign campaign) {
        Population chosen = campaign.population();
        if (chosen == null) {
            return null;
        }
        YearMonth aboutFrom = YearMonth.from(chosen.from());
        YearMonth aboutTo = YearMonth.from(chosen.to().minusDays(1));
        YearMonth today = YearMonth.from(today());
        YearMonth last = today.isBefore(aboutTo) ? aboutTo : today;
        YearMonth first = aboutFrom.minusMonths(BEFORE);
        YearMonth decided = measures(campaign).stream().map(Measure::decidedAt).min(Instant::compareTo)
                .map(at -> YearMonth.from(at.atZone(signals.zone()))).orElse(null);
        var counts = signals.sum(signal(campaign), chosen.business(), chosen.team(), first, last);
        YearMonth begins = counts.isEmpty() || counts.firstKey().isAfter(aboutFrom) ? aboutFrom : counts.firstKey();
        return Effect.of(signal(campaign), counts, begins, last, aboutFrom, aboutTo, decided);
    }

    public List<Measure> measures(Campaign campaign) {
        return measures.of(MeasureSource.CAMPAIGN, campaign.id());
    }

    /**
     * A team will do something about it.
     *
     * @param team code, null for all
     * @param owner null where nobody is named yet
     * @throws Problem 403, 409 before the analysis or after the end, 422 for wrong fields
     */
    @Transactional
    public void decide(long id, @Nullable String team, String text, @Nullable String owner, @Nullable LocalDate dueOn) {
        campaigns.requireManager();
        Campaign campaign = campaigns.get(id);
        Population chosen = campaign.population();
        if (chosen == null || campaign.state() != CampaignState.ANALYSED && campaign.state() != CampaignState.RUNNING) {
            throw Problem.conflict("campaign.problem.measureWhen", campaign.code());
        }
        measures.decide(new NewMeasure(MeasureSource.CAMPAIGN, id, team, campaign.business(), text, owner, dueOn, baseline(campaign, chosen)));
    }

    /** What came of a measure. @param done false when it was given up @throws Problem 403, 404 for a measure of another campaign, 409, 422 */
    @Transactional
    public void end(long id, long measure, boolean done, String result) {
        campaigns.requireManager();
        if (measures(campaigns.get(id)).stream().noneMatch(each -> each.id() == measure)) {
            throw Problem.notFound("campaign.problem.noMeasure");
        }
        if (done) {
            measures.done(measure, result);
        } else {
            measures.drop(measure, result);
        }
    }

    /** The figure that later briefings count again, of the months that the campaign is about. */
    private Baseline baseline(Campaign campaign, Population chosen) {
        LocalDate from = YearMonth.from(chosen.from()).atDay(1);
        LocalDate to = YearMonth.from(chosen.to().minusDays(1)).plusMonths(1).atDay(1);
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        if (chosen.business() != null) {
            only.put(Dimension.BUSINESS, chosen.business().name());
        }
        if (chosen.team() != null) {
            only.put(Dimension.TEAM, chosen.team());
        }
        Figure figure = signal(campaign) == Signal.COMPLAINT_RATE ? Figure.COMPLAINTS_PER_1000_JOBS : Figure.DISSATISFIED_RATE;
        FigureValue now = figures.total(figure, new FigureQuery(from, to, only)).value();
        return new Baseline(figure.name(), now.numerator(), now.denominator(), from, to);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), signals.zone());
    }
}
