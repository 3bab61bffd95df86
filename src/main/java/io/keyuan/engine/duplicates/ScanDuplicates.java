package io.keyuan.engine.duplicates;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

/**
 * Looks through all records of an object for those that are about the same: walks their keys from one end to the other and compares
 * what shares one. What was found before and is not found again goes at the end.
 */
@Component
class ScanDuplicates implements JobKind {

    static final String KIND = "duplicate-scan";

    private static final int PIECE = 10_000;
    private static final int SWEPT = 500;

    private final KeyMaker maker;
    private final KeyStore keys;
    private final Comparison comparison;
    private final ComparedRows rows;
    private final PairStore pairs;
    private final Positions positions;
    private final ObjectTypes types;

    ScanDuplicates(
            KeyMaker maker, KeyStore keys, Comparison comparison, ComparedRows rows, PairStore pairs, Positions positions, ObjectTypes types) {
        this.maker = maker;
        this.keys = keys;
        this.comparison = comparison;
        this.rows = rows;
        this.pairs = pairs;
        this.positions = positions;
        this.types = types;
    }

    /** What is to be done. */
    record Order(String object) {}

    /** Where a run is. */
    enum Phase {
        KEYS,
        COMPARE,
        SWEEP,
        DONE
    }

    /**
     * How far it has come.
     *
     * @param begun when it began to compare
     * @param record the last one that has its keys
     * @param key the last one whose records were compared
     */
    record Progress(Phase phase, Instant begun, @Nullable UUID record, @Nullable Long key, long seen, long compared, long found) {

        Progress in(Phase next) {
            return new Progress(next, begun, null, null, 0, compared, found);
        }
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return type == null ? Map.of() : Map.of("object", type.path());
    }

    @Override
    public void run(JobRun run) {
        ObjectType type = Objects.requireNonNull(types.byName(run.arguments(Order.class).object()));
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(Phase.KEYS, Instant.now(), null, null, 0, 0, 0) : noted;
        long all = Math.max(1, rows.count(type));
        while (progress.phase() != Phase.DONE) {
            Progress before = progress;
            progress = note(run, all, () -> switch (before.phase()) {
                case KEYS -> keys(type, before);
                case COMPARE -> compare(type, before);
                case SWEEP -> sweep(type, before);
                case DONE -> before;
            });
        }
        run.report(1, told(progress));
    }

    private static Progress note(JobRun run, long all, Supplier<Progress> work) {
        var noted = new AtomicReference<@Nullable Progress>();
        run.piece(() -> {
            Progress after = work.get();
            noted.set(after);
            return new JobRun.Piece(share(after, all), told(after), after);
        });
        return Objects.requireNonNull(noted.get());
    }

    /** Of records as far as they get keys, of their keys then: how many those are one knows at the end. */
    private static double share(Progress progress, long all) {
        return switch (progress.phase()) {
            case KEYS -> Math.min(0.3, 0.3 * progress.seen() / all);
            case COMPARE -> Math.min(0.95, 0.3 + 0.65 * (progress.key() == null ? 0 : (progress.key() / 2 - Long.MIN_VALUE / 2) / (double) Long.MAX_VALUE));
            case SWEEP -> 0.97;
            case DONE -> 1;
        };
    }

    private static Map<String, Object> told(Progress progress) {
        return Map.of("compared", progress.compared(), "found", progress.found());
    }

    private Progress keys(ObjectType type, Progress before) {
        positions.begin();
        KeyMaker.Step step = maker.isDone(type) ? null : maker.step(type, before.record());
        return step == null
                ? before.in(Phase.COMPARE)
                : new Progress(Phase.KEYS, before.begun(), step.passed(), null, before.seen() + step.looked(), 0, 0);
    }

    private Progress compare(ObjectType type, Progress before) {
        positions.hold();
        List<KeyStore.Held> held = keys.after(type, before.key() == null ? null : new KeyStore.Held(before.key(), LAST), PIECE);
        boolean last = held.size() < PIECE;
        Map<Long, Set<UUID>> sharing = new LinkedHashMap<>();
        held.forEach(each -> sharing.computeIfAbsent(each.key(), any -> new LinkedHashSet<>()).add(each.record()));
        // The last key of a piece may go on in the next one; one that fills a whole piece is shared by too many to tell anything.
        if (!last && sharing.size() > 1) {
            sharing.remove(held.getLast().key());
        }
        if (sharing.isEmpty()) {
            return before.in(Phase.SWEEP);
        }
        long passed = List.copyOf(sharing.keySet()).getLast();
        List<Set<UUID>> compared = new ArrayList<>(sharing.values());
        compared.removeIf(records -> records.size() < 2 || records.size() > KeyStore.MOST);
        Comparison.Done done = comparison.compare(type, compared);
        var after = new Progress(
                Phase.COMPARE, before.begun(), null, passed, before.seen() + held.size(), before.compared() + done.compared(), before.found() + done.alike());
        return last ? after.in(Phase.SWEEP) : after;
    }

    private static final UUID LAST = new UUID(-1, -1);

    private Progress sweep(ObjectType type, Progress before) {
        positions.hold();
        pairs.sweep(type, before.begun(), SWEPT);
        if (pairs.hasOlder(type, before.begun())) {
            return before;
        }
        pairs.scanned(type, before.begun());
        return before.in(Phase.DONE);
    }
}
