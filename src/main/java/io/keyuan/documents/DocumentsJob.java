package io.keyuan.documents;

import io.keyuan.engine.Access;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.document.Documents;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.LeftRecords;
import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private static final List<Fault> GONE = List.of(Fault.whole("not-there-any-more"));
    private static final LeftRecords.File LEFT = new LeftRecords.File("left.csv", "bulk.left.");

    private final ObjectTypes types;
    private final Access access;
    private final Records records;
    private final Templates templates;
    private final Documents documents;
    private final StoredFiles files;
    private final LeftRecords left;
    private final AuditTrail trail;

    DocumentsJob(
            ObjectTypes types, Access access, Records records, Templates templates, Documents documents, StoredFiles files, LeftRecords left,
            AuditTrail trail) {
        this.types = types;
        this.access = access;
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
     * @param without the records of which there is no document
     */
    record Account(int in, int made, int failed, UUID file, boolean joined, List<UUID> without) {

        Account and(int more, Collection<UUID> failing) {
            return new Account(
                    in + more, made + more - failing.size(), failed + failing.size(), file, false,
                    Stream.concat(without.stream(), failing.stream()).toList());
        }

        Account in(UUID joined) {
            return new Account(in, made, failed, joined, true, without);
        }
    }

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
        return Map.of("in", result.path("in").asInt(0), "made", result.path("made").asInt(0), "failed", result.path("failed").asInt(0),
                "joined", result.path("joined").asBoolean(false));
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
        access.requireExport(type);
        Templates.Ready template = templates.ready(type, order.template().toString());
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
        Disclosures.Gathered<Map<UUID, byte[]>> gathered = Disclosures.gather(() -> made(type, some, template, order, failed));
        Map<UUID, byte[]> made = gathered.result();
        Map<UUID, String> titles = records.titles(type, Set.copyOf(some));
        var after = new AtomicReference<@Nullable Progress>();
        run.piece(() -> {
            UUID file = before == null ? files.create(run.id(), order.title()) : before.file();
            made.forEach((id, content) -> files.append(file, KeptDocuments.of(
                    id, DocumentNames.of(order.title(), titles.getOrDefault(id, id.toString()), order.format()), content)));
            left.write(run, LEFT, type, failed);
            tell(type, order, run, List.copyOf(made.keySet()));
            gathered.told().forEach(trail::keepLook);
            Account account = (before == null ? new Account(0, 0, 0, file, false, List.of()) : before.account()).and(some.size(), failed.keySet());
            var progress = new Progress(file, from + some.size(), account);
            after.set(progress);
            return new JobRun.Piece((double) account.in() / order.records().size(), account, progress);
        });
        return Objects.requireNonNull(after.get());
    }

    /** One that cannot be made leaves the others be. */
    private Map<UUID, byte[]> made(
            ObjectType type, List<UUID> some, Templates.Ready template, DocumentsOrder order, Map<UUID, List<Fault>> failed) {
        Map<UUID, Supplier<Documents.Made>> there = documents.makeEach(type, some, template.content(), order.format());
        Map<UUID, byte[]> made = new LinkedHashMap<>();
        for (UUID id : some) {
            Supplier<Documents.Made> one = there.get(id);
            try {
                if (one == null) {
                    failed.put(id, GONE);
                } else {
                    made.put(id, one.get().content());
                }
            } catch (Problem problem) {
                failed.put(id, faults(problem));
            }
        }
        return made;
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
            var whole = new Progress(progress.file(), progress.passed(), progress.account().in(file));
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
            return size[0] > MOST_JOINED ? null : documents.join(contents);
        } catch (Problem problem) {
            faults(problem);
            return null;
        }
    }

    /** That others take all the time is no fault of these: the job goes on later. */
    private static List<Fault> faults(Problem problem) {
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            throw problem;
        }
        return problem.faults();
    }
}
