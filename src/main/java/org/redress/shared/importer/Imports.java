package org.redress.shared.importer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with files of other systems: send, look, start, fetch what was refused. */
@Service
public class Imports {

    /** Largest file that is taken, bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;
    private static final int PREVIEW_ROWS = 20;
    private static final int LISTED = 100;
    private static final int MOST_REJECTS = 1_000_000;

    private final ImportRuns runs;
    private final MappingCatalogue mappings;
    private final ImportRunner runner;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    Imports(ImportRuns runs, MappingCatalogue mappings, ImportRunner runner, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.runs = runs;
        this.mappings = mappings;
        this.runner = runner;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a file that can be read; nothing else happens yet.
     *
     * @return number of the run
     * @throws Problem 413 when it is too large, 422 when the file as a whole cannot be read
     */
    @Transactional
    public long send(String mappingName, String fileName, byte[] content) {
        if (content.length > LARGEST) {
            throw Problem.tooLarge("imports.file.tooLarge", String.valueOf(LARGEST / 1024 / 1024));
        }
        Mapping mapping = mappings.mapping(mappingName);
        CsvFileReader.read(content, mapping);
        long id = runs.insert(mapping.name(), shortened(fileName), null, sha256(content), content, actor.get().username(), clock.instant());
        audit.record("SEND_FILE", "IMPORT", String.valueOf(id), Map.of("file", shortened(fileName), "mapping", mapping.name()));
        return id;
    }

    @Transactional(readOnly = true)
    public ImportPreview preview(long id) {
        ImportRun run = run(id);
        Mapping mapping = mappings.mapping(run.mapping());
        ImportTarget target = mappings.target(mapping);
        List<ReadFile.Line> lines = ReadFile.of(runs.content(id), mapping, target).lines();
        List<ImportRow> rows = lines.stream().map(ReadFile.Line::row).filter(Objects::nonNull).toList();
        int known = target.known(rows, mapping.source()).size();
        List<Reject> rejects = lines.stream().filter(ReadFile.Line::isRejected)
                .map(line -> new Reject(line.source().line(), line.source().cells(), line.problems())).toList();
        Map<String, Map<String, Integer>> unknown = new TreeMap<>();
        lines.stream().flatMap(line -> line.unknownValues().stream()).forEach(problem -> unknown
                .computeIfAbsent(problem.field(), column -> new TreeMap<>()).merge(String.valueOf(problem.args().get(0)), 1, Integer::sum));
        return new ImportPreview(List.copyOf(mapping.fields().keySet()), rows.stream().limit(PREVIEW_ROWS).toList(), lines.size(),
                rows.size() - known, lines.size() - rows.size() - rejects.size() + known, rejects.size(),
                rejects.stream().limit(PREVIEW_ROWS).toList(), unknown);
    }

    /** Starts the run in the background. @throws Problem 409 when it was started before */
    public void start(long id) {
        runner.start(id, mappings.mapping(run(id).mapping()));
    }

    /** @throws Problem 404 */
    public ImportRun run(long id) {
        return runs.find(id).orElseThrow(() -> Problem.notFound("imports.problem.unknown"));
    }

    public List<ImportRun> recent() {
        return runs.recent(LISTED);
    }

    public List<Reject> firstRejects(long id) {
        return runs.rejects(id, PREVIEW_ROWS);
    }

    /** The refused rows as a file to mend and send again, in the reader's language. */
    @Transactional
    public byte[] rejectFile(long id, RejectFile.Sentence sentence) {
        ImportRun run = run(id);
        Mapping mapping = mappings.mapping(run.mapping());
        audit.record("EXPORT_REJECTS", "IMPORT", String.valueOf(id), Map.of("rows", run.rejected()));
        CsvFile file = CsvFileReader.read(runs.content(id), mapping);
        return RejectFile.write(file.header(), mapping.delimiter(), runs.rejects(id, MOST_REJECTS), sentence);
    }

    static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.isBlank() ? "-" : name.substring(0, Math.min(name.length(), 255));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A problem of the file as a whole, as it is kept with a run that failed. */
    static FieldProblem asKept(Problem problem) {
        return problem.fields().isEmpty() ? new FieldProblem("file", problem.key(), problem.args()) : problem.fields().get(0);
    }
}
