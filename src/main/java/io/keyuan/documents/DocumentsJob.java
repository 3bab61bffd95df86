package io.keyuan.documents;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.document.Documents;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.LeftRecords;
import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes documents of many records, some at a time, and keeps them for whoever asked. */
@Component
class DocumentsJob implements JobKind {

    static final String KIND = "documents";

    /** Taken out data is to lie about no longer than somebody needs to fetch it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int PIECE = 10;

    /** So much becomes one PDF; of more there is an archive. */
    private static final long MOST_JOINED = 48L << 20;

    /** How often a document is asked for where the program that makes them has no time; each time waits a minute. */
    private static final int PATIENCE = 10;

    private static final List<Fault> GONE = List.of(Fault.whole("not-there-any-more"));
    private static final LeftRecords.File LEFT = new LeftRecords.File("left.csv", "bulk.left.");

    private final ObjectTypes types;
    private final Records records;
    private final Templates templates;
    private final Documents documents;
    private final StoredFiles files;
    private final LeftRecords left;
    private final AuditTrail trail;

    DocumentsJob(
            ObjectTypes types, Records records, Templates templates, Documents documents, StoredFiles files, LeftRecords left,
            AuditTrail trail) {
        this.types = types;
        this.records = records;
        this.templates = templates;
        this.documents = documents;
        this.files = files;
        this.left = left;
        this.trail = trail;
    }

    /**
     * How far it is.
     *
     * @param file what has been made so far
     * @param passed how many of the records it has dealt with
     */
    record Progress(UUID file, int passed, Account account) {}

    /**
     * @param made how many there are; {@code in} counts the failed ones as well
     * @param joined whether the file is one PDF
     */
    record Account(int in, int made, int failed, UUID file, boolean joined) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public LeftRecords.File left() {
        return LEFT;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of(
                "object", type == null ? "" : type.path(), "template", arguments.path("title").asString(""),
                "format", arguments.path("format").asString("").toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Object told(JsonNode result) {
        return Map.of("in", result.path("in").asInt(0), "made", result.path("made").asInt(0), "failed", result.path("failed").asInt(0), "joined", result.path("joined").asBoolean(false));
    }

    @Override
    public @Nullable UUID file(JsonNode result) {
        return result.path("made").asInt(0) > 0 && result.hasNonNull("file") ? UUID.fromString(result.path("file").asString()) : null;
    }

    @Override
    public Duration filesKept() {
        return KEPT;
    }

    @Override
    public void run(JobRun run) throws IOException {
        DocumentsOrder order = run.arguments(DocumentsOrder.class);
        ObjectType type = Objects.requireNonNull(types.byName(order.object()));
        Templates.Ready template = patiently(() -> templates.ready(type, order.template().toString()));
        Progress progress = run.checkpoint(Progress.class);
        while (progress == null || progress.passed() < order.records().size()) {
            progress = piece(run, order, type, template, progress);
        }
        if (order.joined() && progress.account().made() > 0 && !progress.account().joined()) {
            progress = joined(run, progress);
        }
        run.report(1, progress.account());
    }

    private Progress piece(JobRun run, DocumentsOrder order, ObjectType type, Templates.Ready template, @Nullable Progress before) {
        int from = before == null ? 0 : before.passed();
        List<UUID> some = order.records().subList(from, Math.min(order.records().size(), from + PIECE));
        Map<UUID, List<Fault>> failed = new LinkedHashMap<>();
        Map<UUID, byte[]> made = made(type, some, template, order, failed);
        Map<UUID, String> titles = records.titles(type, Set.copyOf(some));
        var after = new AtomicReference<@Nullable Progress>();
        run.piece(() -> {
            UUID file = before == null ? files.create(run.id(), order.title()) : before.file();
            made.forEach((id, content) -> files.append(file, KeptDocuments.of(
                    id, DocumentNames.of(order.title(), titles.getOrDefault(id, id.toString()), order.format()), content)));
            left.write(run, LEFT, type, failed);
            tell(type, order, run, List.copyOf(made.keySet()));
            Account account = before == null ? new Account(0, 0, 0, file, false) : before.account();
            account = new Account(account.in() + some.size(), account.made() + made.size(), account.failed() + failed.size(), file, false);
            var progress = new Progress(file, from + some.size(), account);
            after.set(progress);
            return new JobRun.Piece((double) account.in() / order.records().size(), account, progress);
        });
        return Objects.requireNonNull(after.get());
    }

    /** One that cannot be made leaves the others be. */
    private Map<UUID, byte[]> made(
            ObjectType type, List<UUID> some, Templates.Ready template, DocumentsOrder order, Map<UUID, List<Fault>> failed) {
        Map<UUID, Supplier<Documents.Made>> there = patiently(() -> documents.makeEach(type, some, template.content(), order.format()));
        Map<UUID, byte[]> made = new LinkedHashMap<>();
        for (UUID id : some) {
            Supplier<Documents.Made> one = there.get(id);
            try {
                if (one == null) {
                    failed.put(id, GONE);
                } else {
                    made.put(id, patiently(one).content());
                }
            } catch (Problem problem) {
                failed.put(id, problem.faults());
            }
        }
        return made;
    }

    /** What others take all the time for is no fault of these. */
    private static <T> T patiently(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Problem problem) {
                if (problem.kind() != ProblemKind.UNAVAILABLE || attempt == PATIENCE) {
                    throw problem;
                }
            }
        }
    }

    private void tell(ObjectType type, DocumentsOrder order, JobRun run, List<UUID> made) {
        if (!made.isEmpty()) {
            trail.keep(new AuditEvent("document-made", type.name(), null, made, Map.of(
                    "template", order.title(), "format", order.format().code(), "count", made.size(), "job", run.id().toString())));
        }
    }

    /** Where they cannot become one they stay what they are: nothing that was made is lost. */
    private Progress joined(JobRun run, Progress progress) throws IOException {
        byte[] pages = pages(progress.file());
        if (pages == null) {
            return progress;
        }
        var after = new AtomicReference<@Nullable Progress>();
        run.piece(() -> {
            UUID file = files.create(run.id(), "joined");
            files.append(file, pages);
            Account account = progress.account();
            var whole = new Progress(progress.file(), progress.passed(), new Account(account.in(), account.made(), account.failed(), file, true));
            after.set(whole);
            return new JobRun.Piece(1, whole.account(), whole);
        });
        return Objects.requireNonNull(after.get());
    }

    private byte @Nullable [] pages(UUID file) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        long[] size = {0};
        try (InputStream kept = files.open(file)) {
            KeptDocuments.each(kept, (record, name, content) -> {
                size[0] += content.length;
                if (size[0] <= MOST_JOINED) {
                    contents.add(content);
                }
            });
        }
        try {
            return size[0] > MOST_JOINED ? null : patiently(() -> documents.join(contents));
        } catch (Problem tooHard) {
            return null;
        }
    }
}
