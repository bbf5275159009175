package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** A POST with a key happens once. */
class IdempotencyTest extends RedressTest {

    private static final String JOBS = "/api/v1/service-jobs";

    @Autowired
    private IdempotencyStore store;

    @Autowired
    private IdempotencyFilter filter;

    @Autowired
    private CurrentActor current;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theSameKeyAndBodyGivesTheFirstAnswerAgain() {
        var api = Api.as(url(""), "agent");
        var first = api.post(JOBS, job("IDEM-1"), "Idempotency-Key", "key-1");
        var again = api.post(JOBS, job("IDEM-1"), "Idempotency-Key", "key-1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Api.json(first).get("accepted").asInt()).as(first.body()).isEqualTo(1);
        assertThat(again.body()).as("not the answer of a second call, which would be a duplicate").isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.headers().firstValue("Content-Type")).isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        var api = Api.as(url(""), "agent");
        api.post(JOBS, job("IDEM-2"), "Idempotency-Key", "key-2");
        var other = api.post(JOBS, job("IDEM-3"), "Idempotency-Key", "key-2");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Api.json(other).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(count("IDEM-3")).isZero();
    }

    @Test
    void theKeysOfTwoSystemsNeverMeet() {
        Api.as(url(""), "agent").post(JOBS, job("IDEM-4"), "Idempotency-Key", "key-4");
        var other = Api.as(url(""), "intake").post(JOBS, job("IDEM-5"), "Idempotency-Key", "key-4");
        assertThat(Api.json(other).get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        var api = Api.as(url(""), "agent");
        var first = api.post(JOBS, "{\"jobs\": [", "Idempotency-Key", "key-6");
        var again = api.post(JOBS, "{\"jobs\": [", "Idempotency-Key", "key-6");
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void aLostRaceMayBeTriedAgainUnderTheSameKey() {
        assertThat(through(409).getStatus()).isEqualTo(409);
        assertThat(store.find("agent", "key-10")).isEmpty();
        assertThat(through(200).getHeader("Idempotency-Replayed")).as("done, not replayed").isNull();
        assertThat(through(200).getHeader("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        var blanks = new byte[1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        var body = HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(RereadableRequest.LARGEST_MB + 1, blanks));
        var api = Api.as(url(""), "agent");
        var refused = api.send(api.request(JOBS).header("Content-Type", "application/json").header("Idempotency-Key", "key-11").POST(body));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Api.json(refused).get("detail").asText()).contains("at most 32 MB");
    }

    @Test
    void oneThatComesWhileTheFirstIsUnderWayWaitsForIt() throws Exception {
        var api = Api.as(url(""), "agent");
        var calls = Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.post(JOBS, job("IDEM-7"), "Idempotency-Key", "key-7")))
                .limit(4).toList();
        var answers = calls.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(count("IDEM-7")).isEqualTo(1);
    }

    @Test
    void theKeyIsGoneWithTheWorkThatFailed() {
        transaction.executeWithoutResult(status -> {
            assertThat(store.take("agent", "key-8", "hash")).isTrue();
            status.setRollbackOnly();
        });
        assertThat(store.find("agent", "key-8")).isEmpty();
    }

    @Test
    void answersAreKeptForAWeek() {
        Api.as(url(""), "agent").post(JOBS, job("IDEM-9"), "Idempotency-Key", "key-9");
        clock.advance(IdempotencyStore.KEPT.minusHours(1));
        store.purge();
        assertThat(store.find("agent", "key-9")).isPresent();
        clock.advance(Duration.ofHours(2));
        store.purge();
        assertThat(store.find("agent", "key-9")).isEmpty();

    }

    private MockHttpServletResponse through(int status) {
        var request = new MockHttpServletRequest("POST", JOBS);
        request.addHeader("Idempotency-Key", "key-10");
        var response = new MockHttpServletResponse();
        current.callAs(new Actor("agent", Set.of(), Set.of(), "test"), () -> {
            try {
                filter.doFilter(request, response, (sent, answer) -> ((HttpServletResponse) answer).setStatus(status));
                return true;
            } catch (ServletException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return response;
    }

    private int count(String externalId) {
        return jdbc.sql("select count(*) from service_job where external_id = ?").param(externalId).query(Integer.class).single();
    }

    private static String job(String externalId) {
        return """
                {"jobs": [{"externalId": "%s", "business": "REPAIR", "doneAt": "2026-03-01T10:00:00+08:00", "team": "repair-1",
                  "employee": "handler", "customer": {"account": "60010001", "name": "张伟", "phone": "0755-0100 1000"}}]}"""
                .formatted(externalId);
    }
}
