package org.redress.callback.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.callback.web.ServiceJobRequest.Line;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/service-jobs}: the field-service system reports what was done. */
@RestController
@RequestMapping("/api/v1/service-jobs")
@Tag(name = "Service jobs")
class ServiceJobApi {

    private static final int MOST_JOBS = 10_000;

    private final ServiceJobs jobs;
    private final MessageSource messages;

    ServiceJobApi(ServiceJobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    @Operation(summary = "Report finished service jobs; good ones go in although others are wrong")
    @PostMapping
    Answer report(@RequestBody ServiceJobRequest request, Locale locale) {
        List<@Nullable Line> lines = request.jobs();
        if (lines == null) {
            throw Problem.invalid("jobs", "callback.job.missing");
        }
        if (lines.size() > MOST_JOBS) {
            throw Problem.tooLarge("callback.problem.tooManyJobs", MOST_JOBS);
        }
        List<Rejected> rejected = new ArrayList<>();
        List<ServiceJob> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            List<FieldProblem> problems = new ArrayList<>();
            ServiceJob job = ServiceJobRequest.read(lines.get(index), problems);
            if (problems.isEmpty()) {
                readable.add(job);
                places.add(index);
            }
            for (FieldProblem problem : everyProblem(problems, job)) {
                rejected.add(rejected(index, problem, locale));
            }
        }
        ServiceJobs.Intake intake = jobs.intake(readable);
        intake.rejected().forEach(wrong -> rejected.add(rejected(places.get(wrong.index()), wrong.problem(), locale)));
        rejected.sort(Comparator.comparingInt(Rejected::index));
        return new Answer(intake.accepted(), intake.duplicates(), rejected);
    }

    /** What cannot be read, and what the readable rest lacks; nothing for a job that can be read. */
    private List<FieldProblem> everyProblem(List<FieldProblem> unreadable, ServiceJob job) {
        if (unreadable.isEmpty()) {
            return List.of();
        }
        Set<String> named = unreadable.stream().map(FieldProblem::field).collect(Collectors.toSet());
        return Stream.concat(unreadable.stream(), jobs.check(job).stream().filter(problem -> !named.contains(problem.field()))).toList();
    }

    private Rejected rejected(int index, FieldProblem problem, Locale locale) {
        return new Rejected(index, problem.field(), messages.getMessage(problem.key(), problem.args().toArray(), locale));
    }

    record Answer(int accepted, int duplicates, List<Rejected> rejected) {
    }

    /** @param index place of the job in the request, from 0 */
    record Rejected(int index, String field, String message) {
    }
}
