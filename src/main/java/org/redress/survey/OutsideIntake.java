package org.redress.survey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks, compares and writes answers from outside, ten thousand with a handful of statements. */
@Service
@Transactional
class OutsideIntake implements OutsideAnswers {

    /** What is compared, in the order it is named. */
    private static final Map<String, Function<OutsideAnswer, @Nullable Object>> DATA = new LinkedHashMap<>();

    static {
        DATA.put("business", OutsideAnswer::business);
        DATA.put("team", OutsideAnswer::team);
        DATA.put("employee", OutsideAnswer::employee);
        DATA.put("doneAt", answer -> stored(answer.doneAt()));
        DATA.put("calledAt", answer -> stored(answer.calledAt()));
        DATA.put("reached", OutsideAnswer::reached);
        DATA.put("scale", OutsideAnswer::scale);
        DATA.put("rating", OutsideAnswer::rating);
        DATA.put("suggestion", OutsideAnswer::suggestion);
    }

    private final OutsideCheck check;
    private final OutsideTable table;
    private final ScaleTable scales;
    private final Evaluations evaluations;
    private final Judgement judgement;
    private final AuditTrail audit;

    OutsideIntake(OutsideCheck check, OutsideTable table, ScaleTable scales, Evaluations evaluations, Judgement judgement, AuditTrail audit) {
        this.check = check;
        this.table = table;
        this.scales = scales;
        this.evaluations = evaluations;
        this.judgement = judgement;
        this.audit = audit;
    }

    @Override
    public Intake intake(List<OutsideAnswer> answers) {
        List<Scale> known = scales.all();
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Map<String, OutsideAnswer> fresh = new LinkedHashMap<>();
        int duplicates = 0;
        for (int index = 0; index < answers.size(); index++) {
            OutsideAnswer answer = answers.get(index);
            List<FieldProblem> problems = check.problems(answer, known);
            if (problems.isEmpty()) {
                String id = String.valueOf(answer.externalId());
                OutsideAnswer first = fresh.putIfAbsent(id, answer);
                if (first == null) {
                    places.put(id, index);
                    continue;
                }
                problems = differences(first, answer);
                duplicates += problems.isEmpty() ? 1 : 0;
            }
            int place = index;
            problems.forEach(problem -> rejected.add(new Rejected(place, problem)));
        }
        Outcome outcome = write(fresh, known);
        outcome.wrong().forEach((id, problems) -> problems.forEach(problem -> rejected.add(new Rejected(Objects.requireNonNull(places.get(id)), problem))));
        rejected.sort(Comparator.comparingInt(Rejected::index));
        return new Intake(outcome.accepted(), duplicates + outcome.duplicates(), rejected);
    }

    @Override
    @Transactional(readOnly = true)
    public List<FieldProblem> check(OutsideAnswer answer) {
        List<FieldProblem> problems = check.problems(answer, scales.all());
        String job = answer.serviceJob();
        return problems.isEmpty() && job != null && table.jobs(List.of(job)).isEmpty() ? List.of(unknownJob(job)) : problems;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> known(Collection<String> externalIds) {
        return table.keys(externalIds);
    }

    private record Outcome(int accepted, int duplicates, Map<String, List<FieldProblem>> wrong) {
    }

    private Outcome write(Map<String, OutsideAnswer> answers, List<Scale> known) {
        if (answers.isEmpty()) {
            return new Outcome(0, 0, Map.of());
        }
        Map<String, OutsideTable.Job> jobs = table.jobs(answers.values().stream().map(OutsideIntake::job).toList());
        Map<String, OutsideAnswer> before = table.known(answers.keySet());
        Map<String, List<FieldProblem>> wrong = new HashMap<>();
        Map<String, String> outcomes = new HashMap<>();
        List<Evaluation> rows = new ArrayList<>();
        answers.forEach((id, answer) -> {
            OutsideAnswer there = before.get(id);
            if (there == null && answer.serviceJob() != null && !jobs.containsKey(answer.serviceJob())) {
                wrong.put(id, List.of(unknownJob(answer.serviceJob())));
            } else if (there == null) {
                rows.add(row(answer, jobs.get(job(answer)), outcome(answer, known, outcomes)));
            } else if (!differences(there, answer).isEmpty()) {
                wrong.put(id, differences(there, answer));
            }
        });
        Set<String> written = evaluations.recordAll(rows);
        if (!written.isEmpty()) {
            audit.record("RECEIVE_EVALUATIONS", "EVALUATION", rows.get(0).sourceKey().substring("OUT:".length()), Map.of("accepted", written.size()));
        }
        return new Outcome(written.size(), answers.size() - written.size() - wrong.size(), wrong);
    }

    private @Nullable String outcome(OutsideAnswer answer, List<Scale> known, Map<String, String> outcomes) {
        if (!Boolean.TRUE.equals(answer.reached())) {
            return null;
        }
        Meaning meaning = ScaleBook.meaning(known, String.valueOf(answer.scale()), answer.rating());
        return outcomes.computeIfAbsent(String.valueOf(meaning), any -> judgement.outcome(false, meaning));
    }

    private static Evaluation row(OutsideAnswer from, OutsideTable.@Nullable Job job, @Nullable String outcome) {
        Instant calledAt = Objects.requireNonNull(from.calledAt());
        var about = new Evaluation.Service(job == null ? null : job.id(), null, null, Objects.requireNonNull(from.business()), from.team(), from.employee(),
                job == null ? null : job.region(), job == null ? Segment.ORDINARY : job.segment(), Objects.requireNonNull(from.doneAt()));
        // the scale stands there also where nobody was reached: it is part of what the other system said
        var answer = new Evaluation.Answer(calledAt, null, null, from.scale(), from.rating(), null, from.suggestion(), Map.of());
        return new Evaluation(from.key(), Via.OUTSIDE, about, null, calledAt, Boolean.TRUE.equals(from.reached()), answer, outcome, null, null);
    }

    private static String job(OutsideAnswer answer) {
        return answer.serviceJob() == null ? String.valueOf(answer.externalId()) : answer.serviceJob();
    }

    private static List<FieldProblem> differences(OutsideAnswer before, OutsideAnswer now) {
        return DATA.entrySet().stream().filter(part -> !Objects.equals(part.getValue().apply(before), part.getValue().apply(now)))
                .map(part -> FieldProblem.of(part.getKey(), "survey.outside.different", String.valueOf(before.externalId()),
                        text(part.getValue().apply(before)), text(part.getValue().apply(now))))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }

    /** The database keeps microseconds. */
    private static @Nullable Instant stored(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static FieldProblem unknownJob(String job) {
        return FieldProblem.of("serviceJob", "survey.outside.unknownJob", job);
    }
}
