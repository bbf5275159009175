package org.redress.figure.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.figure.FigureTexts;
import org.redress.figure.FormerTable;
import org.redress.figure.FormerYears;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/evaluations/aggregates}: tables of years before the system. */
@RestController
@Tag(name = "Figures")
class FormerTableApi {

    private static final String USUAL_SCALE = "GRADE5";

    private final FormerYears former;
    private final FigureTexts texts;

    FormerTableApi(FormerYears former, FigureTexts texts) {
        this.former = former;
        this.texts = texts;
    }

    /** @param published per cent, where only that is left of a year, or as it was printed beside the counts */
    record Row(@Nullable String team, @Nullable Long called, @Nullable Map<String, Long> counts, @Nullable Long unrated, @Nullable BigDecimal published) {
    }

    /** @param published the total as it was printed, per cent */
    record Total(@Nullable BigDecimal published) {
    }

    /** @param scale of the counts; GRADE5 where it is not said */
    record Body(@Nullable String period, @Nullable String from, @Nullable String business, @Nullable String scale, @Nullable List<Row> rows,
            @Nullable Total total) {
    }

    /** @param team "" for the total; answers more answers than calls, fewer where negative */
    record Flag(String team, String problem, long answers) {
    }

    record Answer(int accepted, List<Flag> flags) {
    }

    @Operation(summary = "Keep a table of a period before the system; rows of the same period, business and team are replaced; what does not add up is flagged")
    @PostMapping("/api/v1/evaluations/aggregates")
    Answer keep(@RequestBody Body body, Locale locale) {
        Business business = FigureParameters.business(body.business());
        if (business == null) {
            throw Problem.invalid("business", "figure.problem.business", "");
        }
        List<FormerTable.Row> rows = new ArrayList<>();
        for (Row row : Objects.requireNonNullElse(body.rows(), List.<Row>of())) {
            Map<String, Long> counts = Objects.requireNonNullElse(row.counts(), Map.<String, Long>of());
            rows.add(new FormerTable.Row(row.team() == null || row.team().isBlank() ? "?" : row.team().strip(), row.called(),
                    counts.isEmpty() ? null : Objects.requireNonNullElse(body.scale(), USUAL_SCALE), counts, Objects.requireNonNullElse(row.unrated(), 0L),
                    row.published()));
        }
        int accepted = rows.size();
        if (body.total() != null && body.total().published() != null) {
            rows.add(new FormerTable.Row("", null, null, Map.of(), 0, body.total().published()));
        }
        List<FormerYears.Mismatch> found = former.keep(new FormerTable(FigureParameters.period(Objects.requireNonNullElse(body.period(), "")),
                FigureParameters.day("from", Objects.requireNonNullElse(body.from(), "")), business, rows));
        return new Answer(accepted, found.stream()
                .map(mismatch -> new Flag(mismatch.team(), texts.flag("MISMATCH:" + mismatch.answers(), locale), mismatch.answers())).toList());
    }
}
