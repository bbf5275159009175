package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} happens once: sent again with the same body it gets the first answer, with another body 422.
 * The key is taken and the answer kept in the transaction of the work itself, so that neither exists without the other; one that comes
 * while the first is under way waits for it. Refusals (4xx) are answers too, save a lost race or a stale
 * version (409), which may go well the next time; neither are our own faults (5xx): the client may try again under the same key.
 *
 * <p>Work that goes on item by item inside such a call and lives with some of them failing must give each its own savepoint
 * ({@code Propagation.NESTED}): a plain inner transaction that fails takes the whole call with it.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 200;

    private final IdempotencyStore store;
    private final CurrentActor current;
    private final PlatformTransactionManager transactions;
    private final ProblemPresenter presenter;

    IdempotencyFilter(IdempotencyStore store, CurrentActor current, PlatformTransactionManager transactions, ProblemPresenter presenter) {
        this.store = store;
        this.current = current;
        this.transactions = transactions;
        this.presenter = presenter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(KEY);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            presenter.write(request, response, Problem.badRequest("access.problem.idempotencyKey", LONGEST_KEY));
            return;
        }
        RereadableRequest read;
        try {
            read = new RereadableRequest(request);
        } catch (Problem tooLarge) {
            presenter.write(request, response, tooLarge);
            return;
        }
        var call = new Call(current.get().username(), key, read);
        var buffered = new ContentCachingResponseWrapper(response);
        var transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        boolean first = false;
        try {
            first = store.take(call.actor(), key, call.request().hash());
            if (first) {
                chain.doFilter(call.request(), buffered);
            }
        } catch (ServletException | IOException | RuntimeException failed) {
            transactions.rollback(transaction);
            throw failed;
        }
        if (first) {
            finish(call, buffered, transaction);
        } else {
            transactions.rollback(transaction);
            replay(call, response);
        }
    }

    private void finish(Call call, ContentCachingResponseWrapper response, TransactionStatus transaction) throws IOException {
        var answer = new FirstAnswer(call.request().hash(), response.getStatus(), response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        if (answer.status() < 400) {
            if (transaction.isRollbackOnly()) {
                transactions.rollback(transaction);
                throw new IllegalStateException("Part of " + call.request().getRequestURI()
                        + " was rolled back but answered as done: items that may fail need a savepoint each");
            }
            store.keep(call.actor(), call.key(), answer);
            transactions.commit(transaction);
        } else {
            transactions.rollback(transaction);
            if (answer.status() < 500 && answer.status() != HttpStatus.CONFLICT.value()) {
                store.keep(call.actor(), call.key(), answer);
            }
        }
        response.copyBodyToResponse();
    }

    private void replay(Call call, HttpServletResponse response) throws IOException {
        var known = store.find(call.actor(), call.key()).orElse(null);
        if (known == null) {
            presenter.write(call.request(), response, Problem.conflict("access.problem.idempotencyBusy"));
        } else if (!known.bodyHash().equals(call.request().hash())) {
            presenter.write(call.request(), response, Problem.invalid(KEY, "access.problem.idempotencyOther"));
        } else {
            write(known, response);
        }
    }

    private static void write(FirstAnswer known, HttpServletResponse response) throws IOException {
        response.setStatus(known.status());
        response.setHeader(REPLAYED, "true");
        header(response, HttpHeaders.LOCATION, known.location());
        header(response, HttpHeaders.CONTENT_TYPE, known.mediaType());
        response.getOutputStream().write(known.answer().getBytes(StandardCharsets.UTF_8));
    }

    private static void header(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    /** @param actor who sent it: the keys of two systems never meet */
    private record Call(String actor, String key, RereadableRequest request) {
    }
}
