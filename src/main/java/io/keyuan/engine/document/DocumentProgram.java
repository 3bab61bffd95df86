package io.keyuan.engine.document;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.child.ChildProgram;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the {@link DocumentWorker}, one thing at a time. It takes seconds to start and to find its letters, so it is kept until nobody has
 * asked for a while; what takes too long, or too much, ends with it, and the next question finds a new one.
 */
@Component
class DocumentProgram implements Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentProgram.class);
    private static final int MEGABYTES = 320;
    private static final long MOST_BYTES = 128L << 20;

    /** After so many it is started anew, whatever what it worked on has left behind. */
    private static final int MOST_QUESTIONS = 1_000;

    /** Each holds a template and its values. */
    private static final int MOST_WAITING = 20;

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final JsonMapper json;
    private final Path folder;
    private final Duration patience;
    private final Duration kept;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Running running;
    private volatile boolean stopped;

    DocumentProgram(
            JsonMapper json, @Value("${spring.servlet.multipart.location:${java.io.tmpdir}}") Path folder,
            @Value("${keyuan.documents.making-time}") Duration patience, @Value("${keyuan.documents.kept-running}") Duration kept) {
        this.json = json;
        this.folder = folder.toAbsolutePath();
        this.patience = patience;
        this.kept = kept;
    }

    private static final class Running {
        private final Process process;
        private final DataOutputStream questions;
        private final DataInputStream answers;
        private int asked;
        private Instant last = Instant.now();

        private Running(Process process) {
            this.process = process;
            questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            answers = new DataInputStream(process.getInputStream());
        }
    }

    private record Answer(int state, byte[] content) {}

    AskedFor read(byte[] template) {
        return json.readValue(ask("read", List.of(template)), AskedFor.class);
    }

    /** @param values as {@link Filling} takes them */
    byte[] make(DocumentFormat format, byte[] template, Object values) {
        return ask(format.code(), List.of(template, json.writeValueAsBytes(values)));
    }

    byte[] join(List<byte[]> documents) {
        return ask("join", documents);
    }

    /** @throws Problem where the template is refused, or the work cannot be done within bounds */
    private byte[] ask(String what, List<byte[]> parts) {
        try {
            if (turn.getQueueLength() >= MOST_WAITING || !turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("documents-busy"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
        try {
            return answered(exchange(what, parts));
        } finally {
            turn.unlock();
        }
    }

    private byte[] answered(Answer answer) {
        if (answer.state() == DocumentWorker.REFUSED) {
            JsonNode refusal = json.readTree(answer.content());
            List<Object> args = refusal.path("args").valueStream().<Object>map(arg -> arg.isNumber() ? arg.asLong() : arg.asString()).toList();
            throw Problem.of(ProblemKind.RULE_BROKEN, new Fault("file", refusal.path("code").asString(), args));
        }
        if (answer.state() == DocumentWorker.FAILED) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "document-not-made"));
        }
        return answer.content();
    }

    private Answer exchange(String what, List<byte[]> parts) {
        Running worker = started();
        try {
            Answer answer = CompletableFuture.supplyAsync(() -> exchange(worker, what, parts), THREADS).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            rest(worker);
            return answer;
        } catch (TimeoutException | ExecutionException fallen) {
            end();
            LOG.warn("A document was too much: {}", fallen.toString());
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "document-too-hard"));
        } catch (InterruptedException interrupted) {
            end();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    private static Answer exchange(Running worker, String what, List<byte[]> parts) {
        try {
            worker.questions.writeUTF(what);
            worker.questions.writeInt(parts.size());
            for (byte[] part : parts) {
                worker.questions.writeInt(part.length);
                worker.questions.write(part);
            }
            worker.questions.flush();
            int state = worker.answers.readByte();
            int length = worker.answers.readInt();
            if (length > MOST_BYTES) {
                throw new IOException("too long an answer");
            }
            return new Answer(state, worker.answers.readNBytes(length));
        } catch (IOException fallen) {
            throw new UncheckedIOException(fallen);
        }
    }

    private Running started() {
        Running known = running;
        if (known != null && known.process.isAlive()) {
            return known;
        }
        if (stopped) {
            throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("documents-busy"));
        }
        try {
            Files.createDirectories(folder);
            var program = ChildProgram.of(
                    DocumentWorker.class, MEGABYTES, folder,
                    List.of("-Dlogback.configurationFile=document/silence.xml", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25"), List.of());
            var worker = new Running(program.redirectError(ProcessBuilder.Redirect.DISCARD).start());
            running = worker;
            return worker;
        } catch (IOException failure) {
            LOG.error("No program to make documents could be started", failure);
            throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("documents-busy"));
        }
    }

    private void rest(Running worker) {
        worker.last = Instant.now();
        if (++worker.asked >= MOST_QUESTIONS) {
            end();
            return;
        }
        CompletableFuture.delayedExecutor(kept.toMillis(), TimeUnit.MILLISECONDS, THREADS).execute(() -> stopIdle(worker));
    }

    private void stopIdle(Running worker) {
        turn.lock();
        try {
            if (worker.equals(running) && !worker.last.plus(kept).isAfter(Instant.now())) {
                end();
            }
        } finally {
            turn.unlock();
        }
    }

    private void end() {
        Running known = running;
        running = null;
        if (known != null) {
            ChildProgram.end(known.process);
        }
    }

    /** It starts when the first question comes. */
    @Override
    public void start() {
        stopped = false;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Whoever waits is told so: the program does not wait for them. */
    @Override
    public void stop() {
        stopped = true;
        end();
    }
}
