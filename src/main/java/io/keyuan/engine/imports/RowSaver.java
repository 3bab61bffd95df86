package io.keyuan.engine.imports;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Records;
import io.keyuan.engine.duplicates.Minding;
import io.keyuan.engine.imports.Decisions.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Saves the rows of a chunk, each as a new record or as a change of the one its key finds. Rows something is wrong with
 * already go the same way as far as it leads, so that whoever corrects them is told everything at once.
 */
final class RowSaver {

    private final KeyFinder keys;
    private final Namesakes namesakes;
    private final Records records;
    private final Plan plan;
    private final Decisions decided;
    private final Draft.Lookalikes insisting;
    private final boolean dryRun;
    private final Outcome outcome;
    private final Fingerprints createdBefore = new Fingerprints();
    /** The rows of the chunk that are records by now, by these. */
    private final Map<UUID, Long> lines = new HashMap<>();

    /**
     * @param decided of rows that are like a record, what becomes of them
     * @param insisting with what those are saved that are to be made all the same
     */
    RowSaver(KeyFinder keys, Namesakes namesakes, Records records, Plan plan, Decisions decided, Draft.Lookalikes insisting, boolean dryRun, Outcome outcome) {
        this.keys = keys;
        this.namesakes = namesakes;
        this.records = records;
        this.plan = plan;
        this.decided = decided;
        this.insisting = insisting;
        this.dryRun = dryRun;
        this.outcome = outcome;
    }

    /** @return the account of these rows; those that fail are told why */
    Counts save(List<Candidate> candidates) {
        lines.clear();
        if (plan.key().isEmpty()) {
            Map<Candidate, Draft> drafts = new LinkedHashMap<>();
            candidates.forEach(candidate -> drafts.put(candidate, create(candidate)));
            return save(drafts);
        }
        Map<Candidate, Draft> unkeyed = new LinkedHashMap<>();
        Map<Candidate, List<Object>> rest = keyed(candidates, unkeyed);
        Counts counts = Counts.NONE;
        while (!rest.isEmpty()) {
            counts = counts.plus(saveKeyed(round(rest)));
        }
        return counts.plus(save(unkeyed));
    }

    /** @param unkeyed takes the rows without a key, where that is allowed: they are new */
    private Map<Candidate, List<Object>> keyed(List<Candidate> candidates, Map<Candidate, Draft> unkeyed) {
        Map<Candidate, List<Object>> keyed = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Optional<List<Object>> key = keys.key(plan, candidate);
            if (key.isPresent()) {
                keyed.put(candidate, key.get());
            } else if (plan.mode() == Mode.CREATE) {
                unkeyed.put(candidate, create(candidate));
            } else if (candidate.isAlive()) {
                candidate.reject(Fault.at(plan.key().getFirst(), "key-empty"));
            }
        }
        return keyed;
    }

    /** Takes the first row of each key: the next one of the same key is about the record this one leaves. */
    private static Map<Candidate, List<Object>> round(Map<Candidate, List<Object>> rest) {
        Map<Candidate, List<Object>> round = new LinkedHashMap<>();
        Set<List<Object>> taken = new HashSet<>();
        rest.forEach((candidate, key) -> {
            if (taken.add(key)) {
                round.put(candidate, key);
            }
        });
        rest.keySet().removeAll(round.keySet());
        return round;
    }

    private Counts saveKeyed(Map<Candidate, List<Object>> round) {
        Map<List<Object>, Set<UUID>> found = keys.find(plan, round.values());
        Map<Candidate, Draft> drafts = new LinkedHashMap<>();
        Counts counts = Counts.NONE;
        for (var entry : round.entrySet()) {
            Candidate candidate = entry.getKey();
            Set<UUID> there = found.getOrDefault(entry.getValue(), Set.of());
            if (there.isEmpty() && wasCreated(entry.getValue())) {
                counts = counts.plus(again(candidate));
            } else {
                draft(candidate, there).ifPresent(draft -> drafts.put(candidate, draft));
            }
        }
        Counts saved = save(drafts);
        rememberCreated(drafts, round);
        return counts.plus(saved);
    }

    private Optional<Draft> draft(Candidate candidate, Set<UUID> there) {
        String code = there.size() > 1
                ? "ambiguous-key"
                : there.isEmpty() && (plan.mode() == Mode.UPDATE || plan.key().contains(plan.type().id))
                        ? "key-not-found"
                        : !there.isEmpty() && plan.mode() == Mode.CREATE ? "duplicate" : "";
        if (!code.isEmpty()) {
            candidate.reject(Fault.at(plan.key().getFirst().name(), code));
            return Optional.empty();
        }
        // Whoever may not make a record like another does not by changing one either.
        return Optional.of(there.isEmpty() ? create(candidate) : update(there.iterator().next(), candidate).minding(insisting));
    }

    private Draft create(Candidate candidate) {
        boolean isNew = plan.type().sameness() == null || decided.isNew(candidate.row().line(), plan.alike());
        // A trial tells what a row is like that would be made all the same.
        Draft.Lookalikes anyway = dryRun && insisting == Draft.Lookalikes.IGNORED ? Draft.Lookalikes.NOTED : insisting;
        return create(candidate, isNew ? anyway : Draft.Lookalikes.DECIDED);
    }

    private Draft create(Candidate candidate, Draft.Lookalikes lookalikes) {
        return judged(Draft.create(plan.type(), candidate.input()).minding(lookalikes), candidate);
    }

    private Draft update(UUID id, Candidate candidate) {
        candidate.input().remove(plan.type().id.name());
        return judged(Draft.update(plan.type(), id, null, candidate.input()), candidate);
    }

    private static Draft judged(Draft draft, Candidate candidate) {
        candidate.faults().forEach(draft::reject);
        return draft;
    }

    /** Rows that may be about the same go one after the other, so that a later one meets what an earlier one has made. */
    private Counts save(Map<Candidate, Draft> drafts) {
        Counts counts = Counts.NONE;
        for (Map<Candidate, Draft> round : namesakes.apart(plan.type(), drafts)) {
            counts = counts.plus(saveTogether(round));
            drafts.putAll(round);
        }
        return counts;
    }

    private Counts saveTogether(Map<Candidate, Draft> drafts) {
        List<Draft> saved = records.saveEach(new Batch(plan.type(), List.copyOf(drafts.values()))).drafts();
        Map<Candidate, UUID> same = new LinkedHashMap<>();
        Map<Candidate, Draft> anew = new LinkedHashMap<>();
        Counts counts = Counts.NONE;
        int at = 0;
        for (var entry : drafts.entrySet()) {
            Candidate candidate = entry.getKey();
            Draft draft = saved.get(at++);
            entry.setValue(draft);
            List<Map<String, Object>> alike = alike(draft);
            Decision decision = alike.isEmpty() ? null : decided.of(candidate.row().line(), alike, plan.alike());
            if (decision != null) {
                outcome.alike(candidate, draft, alike, decision.what());
            }
            if (decision == null || draft.isAlive()) {
                counts = counts.plus(account(candidate, draft));
            } else {
                switch (decision.what()) {
                    case CREATE -> anew.put(candidate, create(candidate, insisting));
                    case SKIP -> candidate.skip();
                    case UPDATE -> changed(candidate, alike, decision.record()).ifPresent(record -> same.put(candidate, record));
                }
            }
            if (draft.isAlive()) {
                outcome.saved(candidate, draft);
                if (draft.isNew()) {
                    lines.put(draft.id(), candidate.row().line());
                }
            }
        }
        Counts again = anew.isEmpty() ? Counts.NONE : saveTogether(anew);
        drafts.putAll(anew);
        return counts.plus(again).plus(saveSame(same));
    }

    /** The records a row is like, where nothing else is the matter with it; of those that rows before it have become with their line. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> alike(Draft draft) {
        boolean alone = draft.faults().stream().allMatch(fault -> fault.code().equals(Minding.LIKE_ANOTHER));
        return alone && draft.told().get("candidates") instanceof List<?> records
                ? ((List<Map<String, Object>>) records).stream().map(this::placed).toList()
                : List.of();
    }

    private Map<String, Object> placed(Map<String, Object> record) {
        Long line = record.get("id") instanceof String id ? lines.get(UUID.fromString(id)) : null;
        if (line == null) {
            return record;
        }
        Map<String, Object> placed = new LinkedHashMap<>(record);
        placed.put("line", line);
        return placed;
    }

    /**
     * The record that a row changes; empty where it cannot be told, and the row is told why.
     *
     * @param chosen one of those it is like; null for the one it is most like
     */
    private static Optional<UUID> changed(Candidate candidate, List<Map<String, Object>> alike, @Nullable UUID chosen) {
        if (chosen != null) {
            boolean there = alike.stream().anyMatch(record -> chosen.toString().equals(record.get("id")));
            if (!there) {
                candidate.reject(Fault.whole("like-gone"));
            }
            return there ? Optional.of(chosen) : Optional.empty();
        }
        Decisions.Kind kind = Decisions.Kind.of(alike);
        if (kind != Decisions.Kind.ONE) {
            candidate.reject(Fault.whole("like-" + kind.code()));
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(String.valueOf(alike.getFirst().get("id"))));
    }

    private Counts saveSame(Map<Candidate, UUID> same) {
        Counts counts = Counts.NONE;
        while (!same.isEmpty()) {
            Map<Candidate, Draft> round = new LinkedHashMap<>();
            Set<UUID> taken = new HashSet<>();
            same.forEach((candidate, record) -> {
                if (taken.add(record)) {
                    round.put(candidate, update(record, candidate));
                }
            });
            same.keySet().removeAll(round.keySet());
            counts = counts.plus(saveTogether(round));
        }
        return counts;
    }

    private static Counts account(Candidate candidate, Draft draft) {
        if (!draft.isAlive()) {
            List<Fault> why = new ArrayList<>(draft.faults());
            why.removeIf(fault -> fault.code().equals(Minding.LIKE_ANOTHER) && draft.faults().size() > 1);
            if (why.isEmpty()) {
                why.add(Fault.whole("unknown-reference"));
            }
            why.stream().filter(fault -> !candidate.faults().contains(fault)).toList().forEach(candidate::reject);
            return Counts.NONE;
        }
        return draft.isNew() ? Counts.ofCreated() : draft.isEffective() ? Counts.ofUpdated() : Counts.ofSkipped();
    }

    // ---- where nothing is written, later rows have to be told what earlier ones would have left ----

    private boolean wasCreated(List<Object> key) {
        return dryRun && createdBefore.contains(key.toString());
    }

    private Counts again(Candidate candidate) {
        if (plan.mode() == Mode.CREATE) {
            candidate.reject(Fault.at(plan.key().getFirst(), "duplicate"));
        }
        return candidate.isAlive() ? Counts.ofUpdated() : Counts.NONE;
    }

    private void rememberCreated(Map<Candidate, Draft> drafts, Map<Candidate, List<Object>> keys) {
        if (dryRun) {
            drafts.forEach((candidate, draft) -> {
                if (draft.isAlive() && draft.isNew()) {
                    createdBefore.add(String.valueOf(keys.get(candidate)));
                }
            });
        }
    }
}
