package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns whatever was thrown into what is told. What is our own fault goes into the log under the reference, never to the client. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Of any one file, wherever it is sent; a request may be larger, because it may hold several. */
    private static final int LARGEST_FILE_MB = 10;

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    ProblemAnswer answer(HttpServletRequest request, Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return answer(request, problem);
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return answer(request, UnreadableJson.explain(unreadable));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(request, mismatch);
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return answer(request, Problem.invalid(missing.getParameterName(), "shared.problem.missing"));
        }
        if (thrown instanceof BindException binding) {
            return invalid(request, binding.getFieldErrors().stream()
                    .map(error -> new ProblemAnswer.Field(error.getField(), texts.messages().getMessage(error, texts.locale(request))))
                    .toList());
        }
        if (thrown instanceof HandlerMethodValidationException validation) {
            return invalid(request, validation.getParameterValidationResults().stream()
                    .flatMap(result -> result.getResolvableErrors().stream().map(error -> new ProblemAnswer.Field(
                            String.valueOf(result.getMethodParameter().getParameterName()),
                            texts.messages().getMessage(error, texts.locale(request)))))
                    .toList());
        }
        if (thrown instanceof ConstraintViolationException violation) {
            return invalid(request, violation.getConstraintViolations().stream()
                    .map(one -> new ProblemAnswer.Field(one.getPropertyPath().toString(), one.getMessage())).toList());
        }
        if (thrown instanceof MaxUploadSizeExceededException || uploadTooLarge(thrown)) {
            return texts.answer(request, 413, "shared.problem.tooLarge", List.of(LARGEST_FILE_MB), List.of());
        }
        if (thrown instanceof MultipartException) {
            return texts.answer(request, 400);
        }
        if (thrown instanceof ConcurrencyFailureException) {
            LOG.info("Two at once, {} {}: {}", request.getMethod(), address(request), thrown.getMessage());
            return texts.answer(request, 409, "shared.problem.concurrent", List.of(), List.of());
        }
        if (DatabaseAway.caused(thrown)) {
            LOG.warn("The database is away, reference {}: {}", RequestReference.of(request), thrown.getMessage());
            return texts.answer(request, 503);
        }
        if (thrown instanceof ErrorResponse response && !response.getStatusCode().is5xxServerError()) {
            return texts.answer(request, response.getStatusCode().value());
        }
        LOG.error("Reference {}: {} {}", RequestReference.of(request), request.getMethod(), address(request), thrown);
        return texts.answer(request, 500);
    }

    /** A link to a case is a key: it does not come into the log. */
    private static String address(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("/track/[^/]+", "/track/…");
    }

    private ProblemAnswer answer(HttpServletRequest request, Problem problem) {
        return texts.answer(request, problem.status(), problem.key(), problem.args(), texts.fields(request, problem.fields()));
    }

    private ProblemAnswer invalid(HttpServletRequest request, List<ProblemAnswer.Field> fields) {
        return texts.answer(request, 422, "shared.problem.invalid", List.of(fields.size()), fields);
    }

    private ProblemAnswer mismatch(HttpServletRequest request, MethodArgumentTypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        var value = String.valueOf(mismatch.getValue());
        if (wanted != null && wanted.isEnum()) {
            var allowed = Arrays.stream(wanted.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return answer(request, Problem.invalid(mismatch.getName(), "shared.problem.choice", value, allowed));
        }
        return answer(request, Problem.invalid(mismatch.getName(), "shared.problem.value"));
    }

    /** Tomcat says it with exceptions of its own when the parts are read by hand. */
    private static boolean uploadTooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("SizeLimitExceeded")) {
                return true;
            }
        }
        return false;
    }
}
