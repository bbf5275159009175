package org.redress.notification;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** One HTTP call with an end: follows no redirect, waits at most some seconds in all, reads no more than the beginning of the answer. */
@Component
class WebhookCall {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 4096;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build();

    /** @throws IOException when nothing came back in time */
    WebhookAnswer post(HttpRequest.Builder request) throws IOException {
        var call = client.sendAsync(request.timeout(WHOLE).build(), info -> new Beginning());
        try {
            HttpResponse<String> answer = call.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            return new WebhookAnswer(answer.statusCode(), answer.headers().firstValue("Retry-After").orElse(null), answer.body());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new IOException("no answer within " + WHOLE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    /** Keeps the first bytes and lets go of the rest. */
    private static final class Beginning implements HttpResponse.BodySubscriber<String> {

        private final CompletableFuture<String> body = new CompletableFuture<>();
        private final ByteBuffer kept = ByteBuffer.allocate(MOST_BYTES);
        private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

        @Override
        public CompletionStage<String> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining() && kept.hasRemaining()) {
                    kept.put(buffer.get());
                }
            }
            if (kept.hasRemaining()) {
                subscription.request(1);
            } else {
                subscription.cancel();
                onComplete();
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(new String(kept.array(), 0, kept.position(), StandardCharsets.UTF_8));
        }
    }
}
