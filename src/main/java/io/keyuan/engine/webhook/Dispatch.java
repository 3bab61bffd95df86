package io.keyuan.engine.webhook;

import io.keyuan.engine.outbound.FencedClients;
import io.keyuan.engine.outbound.FencedResolver;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.stereotype.Component;

/** Sends one message, and says what came of it. */
@Component
class Dispatch {

    private static final int READ = 2_000;
    private static final int KEPT = 500;
    private static final long LONGEST_SECONDS = 12;
    private static final int FIRST_FAILURE = 300;

    private final CloseableHttpClient world = FencedClients.client(false);
    private final CloseableHttpClient ownNetwork = FencedClients.client(true);
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    /** @param secrets the newest first */
    Outcome send(Webhook to, List<String> secrets, Message message) {
        Instant now = Instant.now();
        var request = new HttpPost(URI.create(to.url()));
        request.addHeader("webhook-id", message.id().toString());
        request.addHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        request.addHeader("webhook-signature", Signature.of(secrets, message.id().toString(), now, message.body()));
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        // However busily an answer trickles, it has to come to an end.
        ScheduledFuture<?> end = deadlines.schedule(request::abort, LONGEST_SECONDS, TimeUnit.SECONDS);
        try {
            return (to.ownNetwork() ? ownNetwork : world).execute(request, Dispatch::read);
        } catch (IOException failure) {
            return failed(failure, request.isAborted());
        } finally {
            end.cancel(false);
        }
    }

    private static Outcome read(ClassicHttpResponse response) throws IOException {
        String answer = beginning(response.getEntity());
        return new Outcome(response.getCode(), response.getCode() < FIRST_FAILURE ? null : "status", answer);
    }

    private static String beginning(@org.jspecify.annotations.Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream in = entity.getContent()) {
            String text = new String(in.readNBytes(READ), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
            return text.length() <= KEPT ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(KEPT, text.codePointCount(0, text.length()))));
        }
    }

    private static Outcome failed(IOException failure, boolean aborted) {
        if (failure instanceof FencedResolver.PrivateAddress) {
            return Outcome.failed("private-address", null);
        }
        boolean late = aborted || failure instanceof SocketTimeoutException;
        return Outcome.failed(late ? "timeout" : "unreachable", failure.getClass().getSimpleName());
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        world.close();
        ownNetwork.close();
    }
}
