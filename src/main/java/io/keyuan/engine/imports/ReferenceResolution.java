package io.keyuan.engine.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
import io.keyuan.engine.duplicates.Minding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that rows name, for a chunk at a time, and makes those that are to be made. What was found is remembered
 * for the rest of the file; whether it is still there the pipeline checks anyway.
 */
final class ReferenceResolution {

    private static final int REMEMBERED = 100_000;

    private final RecordFinder finder;
    private final TreePaths paths;
    private final Records records;
    private final Minding minding;
    private final Plan plan;
    private final Survey survey;
    private final boolean dryRun;
    private final Map<References, Cache<String, UUID>> known = new HashMap<>();
    private final Fingerprints impliedBefore = new Fingerprints();

    ReferenceResolution(RecordFinder finder, Records records, Minding minding, Plan plan, Survey survey, boolean dryRun) {
        this.finder = finder;
        this.paths = new TreePaths(finder, records);
        this.records = records;
        this.minding = minding;
        this.plan = plan;
        this.survey = survey;
        this.dryRun = dryRun;
    }

    /** One row's need of a record. */
    private record Need(Candidate candidate, Candidate.Open open) {}

    /**
     * @param last whether rows no longer wait for others of the file
     * @return how many records were made because rows name them
     */
    int settle(List<Candidate> candidates, boolean last) {
        Map<References, List<Need>> needs = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            for (Candidate.Open open : candidate.isAlive() ? candidate.open() : List.<Candidate.Open>of()) {
                if (open.rule().reading() instanceof References references) {
                    needs.computeIfAbsent(references, any -> new ArrayList<>()).add(new Need(candidate, open));
                }
            }
        }
        return needs.entrySet().stream().mapToInt(entry -> settle(entry.getKey(), entry.getValue(), last)).sum();
    }

    private int settle(References references, List<Need> needs, boolean last) {
        Set<String> texts = new HashSet<>();
        needs.forEach(need -> texts.add(need.open().text()));
        Map<String, Found> found = find(references, texts);
        List<Need> unmet = new ArrayList<>();
        for (Need need : needs) {
            Found answer = found.get(need.open().text());
            if (answer != null) {
                answer.settle(need);
            } else if (references.target().equals(plan.type()) && !last && survey.brings(MarkedName.title(need.open().text()))) {
                await(need);
            } else {
                unmet.add(need);
            }
        }
        return references.missing() == Missing.CREATE ? imply(references, unmet) : giveUp(references, unmet);
    }

    /** Where nothing is written there is nothing to wait for: that the row is in the file is all there is to know. */
    private void await(Need need) {
        if (!dryRun) {
            need.candidate().await();
        }
    }

    private static int giveUp(References references, List<Need> unmet) {
        for (Need need : unmet) {
            switch (references.missing()) {
                case SKIP -> need.candidate().skip();
                case EMPTY -> {}
                case FAIL, CREATE -> need.candidate().reject(need.open().rule().target(), "unknown-reference");
            }
        }
        return 0;
    }

    // ---- finding ----

    /** The record a text names. */
    private record Found(@Nullable UUID id) {

        void settle(Need need) {
            Target target = need.open().rule().target();
            if (id == null) {
                need.candidate().reject(target, "ambiguous-reference");
            } else {
                target.put(need.candidate().input(), Map.of("id", id.toString()));
            }
        }
    }

    /** A name with the id behind it is that record's; where there is none, as in another company, it is a name like any other. */
    private Map<String, Found> find(References references, Set<String> texts) {
        Map<String, Found> found = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        if (references.by().contains(references.target().title())) {
            finder.marked(references.target(), texts).forEach((text, id) -> found.put(text, new Found(id)));
        }
        missing(texts, found).forEach(text -> names.put(text, MarkedName.title(text)));
        Map<String, Found> named = findNamed(references, Set.copyOf(names.values()));
        names.forEach((text, name) -> {
            Found answer = named.get(name);
            if (answer != null) {
                found.put(text, answer);
            }
        });
        return found;
    }

    private Map<String, Found> findNamed(References references, Set<String> texts) {
        Cache<String, UUID> remembered =
                known.computeIfAbsent(references, any -> Caffeine.newBuilder().maximumSize(REMEMBERED).build());
        Map<String, Found> found = new HashMap<>();
        remembered.getAllPresent(texts).forEach((text, id) -> found.put(text, new Found(id)));
        ObjectType target = references.target();
        references.by().forEach(attribute ->
                take(finder.exact(target, attribute, missing(texts, found)), found, remembered));
        if (references.by().contains(target.title())) {
            take(finder.alike(target, missing(texts, found)), found, remembered);
            take(paths.find(target, missing(texts, found)), found, remembered);
        }
        return found;
    }

    private static Collection<String> missing(Set<String> texts, Map<String, Found> found) {
        return texts.stream().filter(text -> !found.containsKey(text)).toList();
    }

    private static void take(Map<String, Set<UUID>> answers, Map<String, Found> found, Cache<String, UUID> remembered) {
        answers.forEach((text, ids) -> {
            UUID only = ids.size() == 1 ? ids.iterator().next() : null;
            found.put(text, new Found(only));
            if (only != null) {
                remembered.put(text, only);
            }
        });
    }

    // ---- making ----

    private int imply(References references, List<Need> unmet) {
        Map<Boolean, List<Need>> byPath = unmet.stream()
                .collect(Collectors.partitioningBy(need -> TreePaths.isPath(references.target(), need.open().text())));
        return implyNamed(references, Objects.requireNonNull(byPath.get(false)))
                + implyPaths(references, Objects.requireNonNull(byPath.get(true)));
    }

    private int implyPaths(References references, List<Need> unmet) {
        if (unmet.isEmpty()) {
            return 0;
        }
        TreePaths.Made made = paths.make(references, unmet.stream().map(need -> need.open().text()).toList());
        unmet.forEach(need -> {
            UUID known = made.there().get(need.open().text());
            if (known == null) {
                settle(need, Objects.requireNonNull(made.ends().get(need.open().text())));
            } else {
                need.open().rule().target().put(need.candidate().input(), Map.of("id", known.toString()));
            }
        });
        return (int) made.drafts().stream()
                .filter(draft -> draft.isAlive() && isNews(references, Words.alike(String.valueOf(draft.get(references.target().title())))))
                .count();
    }

    private int implyNamed(References references, List<Need> unmet) {
        if (unmet.isEmpty()) {
            return 0;
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Draft.Lookalikes insisting = minding.insisting(references.target());
        unmet.forEach(need -> drafts.computeIfAbsent(
                Words.alike(need.open().text()), any -> draft(references, need.open().text()).minding(insisting)));
        Map<String, Draft> saved = save(references.target(), drafts);
        unmet.forEach(need -> settle(need, Objects.requireNonNull(saved.get(Words.alike(need.open().text())))));
        return (int) saved.entrySet().stream()
                .filter(entry -> entry.getValue().isAlive() && isNews(references, entry.getKey()))
                .count();
    }

    /** What is made only to be undone is made again for the next chunk, and counted once. */
    private boolean isNews(References references, String name) {
        return !dryRun || impliedBefore.add(references.target().name() + ":" + name);
    }

    private static Draft draft(References references, String text) {
        Map<String, Object> input = new LinkedHashMap<>(references.set());
        ObjectType target = references.target();
        if (!references.by().contains(target.title())) {
            input.put(references.by().getFirst().name(), text);
        }
        input.put(target.title().name(), text);
        return Draft.create(target, input);
    }

    private Map<String, Draft> save(ObjectType target, Map<String, Draft> drafts) {
        List<Draft> done = records.saveEach(new Batch(target, List.copyOf(drafts.values()))).drafts();
        Map<String, Draft> saved = new HashMap<>();
        int at = 0;
        for (String name : drafts.keySet()) {
            saved.put(name, done.get(at++));
        }
        return saved;
    }

    private static void settle(Need need, Draft draft) {
        Target target = need.open().rule().target();
        if (draft.isAlive()) {
            target.put(need.candidate().input(), Map.of("id", draft.id().toString()));
        } else {
            Fault why = draft.faults().isEmpty() ? Fault.whole("unknown-reference") : draft.faults().getFirst();
            need.candidate().reject(new Fault(target.path(), why.code(), why.args()));
        }
    }
}
