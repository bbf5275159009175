package org.redress.figure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.figure.BaseNumber;
import org.redress.figure.BaseNumbers;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/figures/base-numbers}: customers served and calls handled, from the systems that know them. */
@RestController
@Tag(name = "Figures")
class BaseNumberApi {

    private final BaseNumbers numbers;

    BaseNumberApi(BaseNumbers numbers) {
        this.numbers = numbers;
    }

    /** @param month its first day; region only for SERVED_CUSTOMERS */
    record Item(@Nullable String kind, @Nullable LocalDate month, @Nullable String region, @Nullable Long n) {
    }

    record Body(@Nullable List<Item> items) {
    }

    record Answer(int accepted) {
    }

    @Operation(summary = "Keep numbers of months that no row can give: kind SERVED_CUSTOMERS or CALLS_HANDLED; the same month again is replaced")
    @PostMapping("/api/v1/figures/base-numbers")
    Answer put(@RequestBody Body body) {
        List<FieldProblem> problems = new ArrayList<>();
        List<BaseNumber> good = new ArrayList<>();
        List<Item> items = Objects.requireNonNullElse(body.items(), List.<Item>of());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            BaseNumber.Kind kind = Arrays.stream(BaseNumber.Kind.values()).filter(each -> each.name().equals(item.kind())).findFirst().orElse(null);
            if (kind == null) {
                problems.add(FieldProblem.of("items[" + i + "].kind", "figure.problem.kind"));
            }
            if (item.month() == null) {
                problems.add(FieldProblem.of("items[" + i + "].month", "figure.problem.month"));
            }
            if (item.n() == null) {
                problems.add(FieldProblem.of("items[" + i + "].n", "figure.problem.number"));
            }
            if (kind != null && item.month() != null && item.n() != null) {
                good.add(new BaseNumber(kind, item.month(), item.region() == null ? "" : item.region().strip(), item.n()));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        numbers.put(good);
        return new Answer(good.size());
    }
}
