package org.redress.callback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.ImportField;
import org.redress.shared.importer.ImportRow;
import org.redress.shared.importer.ImportSource;
import org.redress.shared.importer.ImportTarget;
import org.springframework.stereotype.Component;

/** Rows of a file as service jobs; the row's key is the job's number. */
@Component
class ServiceJobImportTarget implements ImportTarget {

    /** Fields of a job as files name them and as the interface does. */
    private static final Map<String, String> CUSTOMER = Map.of("customer.account", "customerAccount", "customer.name", "customerName",
            "customer.phone", "customerPhone");

    private final ServiceJobs jobs;

    ServiceJobImportTarget(ServiceJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "service-jobs";
    }

    @Override
    public List<ImportField> fields() {
        return List.of(ImportField.choice("business", Business.class).needed(), ImportField.moment("doneAt").needed(),
                ImportField.moment("appointmentAt"), ImportField.text("team").needed(), ImportField.text("employee").needed(),
                ImportField.text("customerAccount").needed(), ImportField.text("customerName").needed(), ImportField.text("customerPhone"),
                ImportField.choice("segment", Segment.class), ImportField.flag("warranty"));
    }

    @Override
    public List<FieldProblem> check(ImportRow row, ImportSource source) {
        return named(jobs.check(job(row)));
    }

    @Override
    public Set<Integer> known(List<ImportRow> rows, ImportSource source) {
        Set<String> known = jobs.known(rows.stream().map(ImportRow::key).toList());
        return rows.stream().filter(row -> known.contains(row.key())).map(ImportRow::line).collect(Collectors.toSet());
    }

    @Override
    public int put(List<ImportRow> rows, ImportSource source) {
        ServiceJobs.Intake intake = jobs.intake(rows.stream().map(ServiceJobImportTarget::job).toList());
        if (!intake.rejected().isEmpty()) {
            throw Problem.invalid(named(intake.rejected().stream().map(ServiceJobs.Rejected::problem).toList()));
        }
        return intake.accepted();
    }

    private static List<FieldProblem> named(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(CUSTOMER.getOrDefault(problem.field(), problem.field()), problem.key(), problem.args()))
                .toList();
    }

    private static ServiceJob job(ImportRow row) {
        return new ServiceJob(row.key(), row.choice("business", Business.class), row.moment("doneAt"), row.moment("appointmentAt"),
                row.text("team"), row.text("employee"), new ServiceJob.JobCustomer(row.text("customerAccount"), row.text("customerName"),
                row.text("customerPhone"), row.choice("segment", Segment.class)), row.flag("warranty"));
    }
}
