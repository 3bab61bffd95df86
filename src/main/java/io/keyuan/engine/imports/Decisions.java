package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided of the rows that are like records: of single ones, and of all others by what they are like.
 *
 * @param byLine of single rows, by their lines in the file
 * @param byKind of those nothing is said of by their lines
 */
record Decisions(Map<Long, Decision> byLine, Map<Kind, Alike> byKind) {

    static final Decisions NONE = new Decisions(Map.of(), Map.of());

    private static final int MOST = 10_000;

    /**
     * Of one row.
     *
     * @param record the one that is changed; null for the one it is most like, or where none is
     */
    record Decision(Alike what, @Nullable UUID record) {}

    /** What a row is like. */
    enum Kind {
        /** One record more than any other. */
        ONE,
        /** One as much as another. */
        SEVERAL,
        /** One that whoever imports may not see. */
        HIDDEN;

        /** @param records the ones it is like, as whoever imports is told of them, the most alike first */
        static Kind of(List<Map<String, Object>> records) {
            Map<String, Object> best = records.getFirst();
            boolean several = records.size() > 1 && Objects.equals(records.get(1).get("score"), best.get("score"));
            return several ? SEVERAL : best.get("id") == null ? HIDDEN : ONE;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param said by lines or by kinds: {@code create}, {@code skip}, {@code update}, or of a line the id of the record that is changed
     * @throws Problem where something else is said, or too much
     */
    static Decisions of(@Nullable Map<String, String> said) {
        if (said == null || said.isEmpty()) {
            return NONE;
        }
        if (said.size() > MOST) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("decisions", "too-many", MOST));
        }
        Map<Long, Decision> byLine = new HashMap<>();
        Map<Kind, Alike> byKind = new EnumMap<>(Kind.class);
        said.forEach((of, decision) -> {
            Decision meant = decision == null ? null : decision(decision);
            Kind kind = kind(of);
            if (meant == null || kind == null && !of.matches("[0-9]{1,9}") || kind != null && !suits(kind, meant)) {
                throw Problem.of(ProblemKind.MALFORMED, Fault.at("decisions." + of, "bad-parameter"));
            }
            if (kind == null) {
                byLine.put(Long.parseLong(of), meant);
            } else {
                byKind.put(kind, meant.what());
            }
        });
        return new Decisions(byLine, byKind);
    }

    private static @Nullable Kind kind(String code) {
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable Decision decision(String said) {
        for (Alike alike : Alike.values()) {
            if (alike.code().equalsIgnoreCase(said)) {
                return new Decision(alike, null);
            }
        }
        return Uuids.read(said).map(record -> new Decision(Alike.UPDATE, record)).orElse(null);
    }

    /** Which one would be changed is only clear where there is one. */
    private static boolean suits(Kind kind, Decision decision) {
        return decision.record() == null && (kind == Kind.ONE || decision.what() != Alike.UPDATE);
    }

    /**
     * Whether a row is new whatever it is like.
     *
     * @param usual what becomes of rows nobody has decided
     */
    boolean isNew(long line, Alike usual) {
        Decision decision = byLine.get(line);
        return decision != null
                ? decision.what() == Alike.CREATE
                : usual == Alike.CREATE && byKind.values().stream().allMatch(what -> what == Alike.CREATE);
    }

    /**
     * What becomes of a row.
     *
     * @param records the ones it is like
     * @param usual what becomes of rows nobody has decided
     */
    Decision of(long line, List<Map<String, Object>> records, Alike usual) {
        Decision decision = byLine.get(line);
        return decision != null ? decision : new Decision(byKind.getOrDefault(Kind.of(records), usual), null);
    }
}
