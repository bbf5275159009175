package org.redress.campaign.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.redress.campaign.Analysis;
import org.redress.campaign.Campaign;
import org.redress.campaign.CampaignState;
import org.redress.campaign.CampaignStudy;
import org.redress.campaign.Campaigns;
import org.redress.campaign.CauseSource;
import org.redress.campaign.ControlChart;
import org.redress.campaign.Effect;
import org.redress.campaign.Finding;
import org.redress.campaign.Pareto;
import org.redress.campaign.Population;
import org.redress.campaign.Proportion;
import org.redress.campaign.Signal;
import org.redress.organisation.Organisation;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.PersonNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of campaigns, one campaign with all that is known of it, and the lines behind its numbers. */
@Controller
@RequestMapping("/campaigns")
class CampaignPages {

    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final CampaignStudy study;
    private final CampaignWords words;
    private final Organisation organisation;
    private final PersonNames names;
    private final CurrentActor actor;

    CampaignPages(Campaigns campaigns, CampaignStudy study, CampaignWords words, Organisation organisation, PersonNames names, CurrentActor actor) {
        this.campaigns = campaigns;
        this.study = study;
        this.words = words;
        this.organisation = organisation;
        this.names = names;
        this.actor = actor;
    }

    record Line(long id, String code, String name, CampaignState state, @Nullable String found, int opened, String since) {
    }

    record PointLine(String month, String key, long count, long of, String share, String limit, boolean out) {
    }

    record BarLine(int rank, String cause, String name, long count, String share, String sum) {
    }

    record MonthLine(String month, String key, long count, long of, String share, String interval, Effect.Phase phase) {
    }

    record PhaseLine(Effect.Phase phase, long count, long of, String share, String interval) {
    }

    record FindingLine(String job, String day, String team, String at, String grade, @Nullable String suggestion, String causes,
            @Nullable String caseNumber, @Nullable String rootCause) {
    }

    /** @param page from 1 */
    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        int skip = Math.max(0, page - 1) * PAGE;
        List<Campaign> found = campaigns.all(PAGE + 1, skip);
        List<Line> lines = found.stream().limit(PAGE).map(campaign -> line(campaign, locale)).toList();
        model.addAttribute("proposals", lines.stream().filter(line -> line.state() == CampaignState.PROPOSED).toList());
        model.addAttribute("campaigns", lines.stream().filter(line -> line.state() != CampaignState.PROPOSED).toList());
        model.addAttribute("prev", page > 1 ? "/campaigns?page=" + (page - 1) : null);
        model.addAttribute("next", found.size() > PAGE ? "/campaigns?page=" + (page + 1) : null);
        model.addAttribute("from", skip + 1);
        model.addAttribute("to", skip + lines.size());
        model.addAttribute("mayAct", Campaigns.mayAct(actor.get()));
        rule(model);
        return "campaign/list";
    }

    private Line line(Campaign campaign, Locale locale) {
        ControlChart chart = campaign.chart();
        return new Line(campaign.id(), campaign.code(), words.name(campaign, locale), campaign.state(),
                chart == null ? null : words.found(campaign, chart, locale), campaign.opened(),
                words.day(campaign.startedAt() == null ? campaign.createdAt() : campaign.startedAt(), locale));
    }

    private static void rule(Model model) {
        model.addAttribute("rule", Map.of("sigmas", ControlChart.SIGMAS, "shortest", ControlChart.SHORTEST, "longest", ControlChart.LONGEST, "leastN",
                ControlChart.LEAST_N, "leastCount", ControlChart.LEAST_COUNT));
    }

    /** @param by the source of causes that is shown; null for the first that has any */
    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable CauseSource by, Model model, Locale locale) {
        Campaign campaign = campaigns.get(id);
        fill(campaign, by, model, locale);
        model.addAttribute("text", new TextForm(campaign.version()));
        model.addAttribute("measure", new MeasureForm());
        return "campaign/campaign";
    }

    /** Everything the page of a campaign shows but its forms. */
    void fill(Campaign campaign, @Nullable CauseSource by, Model model, Locale locale) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("name", words.name(campaign, locale));
        model.addAttribute("business", words.business(campaign.business(), locale));
        model.addAttribute("mayAct", Campaigns.mayAct(actor.get()));
        ControlChart chart = campaign.chart();
        if (chart != null) {
            model.addAttribute("found", words.found(campaign, chart, locale));
            model.addAttribute("through", words.calculated(chart, locale));
            model.addAttribute("chart", Plot.of(chart, chart.points().stream().map(point -> label(point.month())).toList()));
            model.addAttribute("points", chart.points().stream().map(point -> point(chart, point, locale)).toList());
            rule(model);
        }
        Population chosen = campaign.population();
        if (chosen != null) {
            model.addAttribute("population", words.population(chosen, locale));
            model.addAttribute("leftOut", words.leftOut(campaign.leftOut(), locale));
            model.addAttribute("progress", study.progress(campaign.id()));
            model.addAttribute("measures", study.measures(campaign));
            model.addAttribute("teams", options(locale));
            model.addAttribute("people", names.choices(locale));
        }
        causes(campaign, by, model, locale);
        effect(campaign, model, locale);
    }

    private Map<String, String> options(Locale locale) {
        Map<String, String> teams = new LinkedHashMap<>();
        organisation.teams().forEach(team -> teams.put(team.code(), team.name().in(locale)));
        return teams;
    }

    private PointLine point(ControlChart chart, ControlChart.Point point, Locale locale) {
        boolean out = point.of() > 0 && point.proportion().share() > chart.limit(point.of());
        return new PointLine(words.month(point.month(), locale), point.month().toString(), point.count(), point.of(), words.percent(point.proportion()),
                point.of() == 0 ? "–" : words.percent(chart.limit(point.of())), out);
    }

    private void causes(Campaign campaign, @Nullable CauseSource by, Model model, Locale locale) {
        Analysis analysis = study.analysis(campaign);
        model.addAttribute("sources", List.copyOf(analysis.causes().keySet()));
        model.addAttribute("looked", analysis.findings().size());
        CauseSource source = by != null && analysis.causes().containsKey(by) ? by : analysis.causes().keySet().stream().findFirst().orElse(null);
        model.addAttribute("source", source);
        if (source == null) {
            return;
        }
        Pareto pareto = analysis.causes().get(source);
        model.addAttribute("pareto", Plot.of(pareto));
        model.addAttribute("silent", analysis.silent(source));
        List<BarLine> bars = IntStream.range(0, pareto.bars().size()).mapToObj(i -> {
            Pareto.Bar bar = pareto.bars().get(i);
            return new BarLine(i + 1, bar.cause(), study.name(source, bar.cause(), analysis.findings(), locale), bar.count(),
                    words.percent(new Proportion(bar.count(), pareto.total())), words.percent(new Proportion(bar.sum(), pareto.total())));
        }).toList();
        model.addAttribute("bars", bars);
        List<Pareto.Bar> few = pareto.vitalFew();
        model.addAttribute("paretoFound", words.text("campaign.pareto.found", locale, few.size(), pareto.bars().size(),
                words.percent(new Proportion(few.get(few.size() - 1).sum(), pareto.total())), pareto.total(),
                String.join(words.text("campaign.pareto.and", locale), bars.stream().limit(few.size()).map(BarLine::name).toList())));
    }

    private void effect(Campaign campaign, Model model, Locale locale) {
        Effect effect = study.effect(campaign);
        if (effect == null) {
            return;
        }
        model.addAttribute("effect", Plot.of(effect, effect.months().stream().map(month -> label(month.month())).toList()));
        model.addAttribute("effectMonths", effect.months().stream().map(month -> new MonthLine(words.month(month.month(), locale), month.month().toString(),
                month.proportion().count(), month.proportion().of(), words.percent(month.proportion()), words.interval(month.proportion()), month.phase())).toList());
        model.addAttribute("effectPhases", effect.totals().entrySet().stream().map(total -> new PhaseLine(total.getKey(), total.getValue().count(),
                total.getValue().of(), words.percent(total.getValue()), words.interval(total.getValue()))).toList());
        model.addAttribute("effectSignal", words.signal(effect.signal(), locale));
        List<String> said = new ArrayList<>();
        if (!effect.decided()) {
            said.add(words.text("campaign.effect.undecided", locale));
        } else if (effect.total(Effect.Phase.AFTER).isEmpty()) {
            said.add(words.text("campaign.effect.early", locale));
        } else {
            said.add(compared("campaign.effect.sinceCampaign", effect.total(Effect.Phase.ABOUT), effect.total(Effect.Phase.AFTER), effect.sinceCampaign(), locale));
            said.add(compared("campaign.effect.sinceBefore", effect.total(Effect.Phase.BEFORE), effect.total(Effect.Phase.AFTER), effect.sinceBefore(), locale));
        }
        model.addAttribute("effectSaid", said);
    }

    private String compared(String key, Proportion then, Proportion after, Proportion.Change change, Locale locale) {
        return words.text(key, locale, words.percent(then), words.percent(after), words.text("enum.Change." + change, locale));
    }

    private static String label(YearMonth month) {
        return DateTimeFormatter.ofPattern("uu-MM", Locale.ROOT).format(month);
    }

    /** Lines behind a bar, or behind the count of a month. @param month as "2026-02" */
    @GetMapping("/{id}/rows")
    String rows(@PathVariable long id, @RequestParam(required = false) @Nullable CauseSource by, @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String month, Model model, Locale locale) {
        Campaign campaign = campaigns.get(id);
        List<Finding> found;
        String about;
        if (by != null && cause != null) {
            found = study.behind(campaign, by, cause);
            about = words.text("campaign.rows.cause", locale, words.text("enum.CauseSource." + by, locale), study.name(by, cause, found, locale));
        } else {
            YearMonth asked = month(month);
            found = study.behind(campaign, asked);
            Signal signal = CampaignStudy.signal(campaign);
            about = words.text("campaign.rows.month." + signal, locale, words.month(asked, locale), words.business(campaign.business(), locale));
        }
        model.addAttribute("campaign", campaign);
        model.addAttribute("name", words.name(campaign, locale));
        model.addAttribute("about", about);
        model.addAttribute("rows", found.stream().map(finding -> line(finding, locale)).toList());
        return "campaign/rows";
    }

    private static YearMonth month(@Nullable String text) {
        try {
            return YearMonth.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw Problem.notFound("campaign.problem.noRows");
        }
    }

    private FindingLine line(Finding finding, Locale locale) {
        String causes = String.join(", ", finding.causes().stream().map(cause -> study.name(CauseSource.ANSWER, cause, List.of(finding), locale)).toList());
        String category = finding.category();
        return new FindingLine(finding.job(), words.day(finding.doneOn(), locale), words.team(finding.team(), locale), words.day(finding.at(), locale),
                words.grade(finding, locale), finding.suggestion(), causes.isEmpty() && category != null
                ? study.name(CauseSource.CATEGORY, category, List.of(finding), locale) : causes, finding.caseNumber(), finding.rootCause());
    }
}
