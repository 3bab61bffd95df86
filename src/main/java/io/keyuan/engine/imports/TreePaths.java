package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records that lie in one another, named from the outermost in: {@code Sales/East} is what is called East and lies in Sales. A
 * record that itself is called so was found before by its title.
 */
final class TreePaths {

    private static final Pattern STEPS = Pattern.compile("\\s*[/／>＞\\\\]\\s*");
    private static final int DEEPEST = 20;

    private final RecordFinder finder;
    private final Records records;

    TreePaths(RecordFinder finder, Records records) {
        this.finder = finder;
        this.records = records;
    }

    /** A record of a tree. */
    record Node(UUID id, String title, @Nullable UUID parent) {}

    static boolean isPath(ObjectType target, String text) {
        int steps = target.tree() == null ? 0 : steps(text).size();
        return steps > 1 && steps <= DEEPEST;
    }

    private static List<String> steps(String text) {
        return STEPS.splitAsStream(text.strip()).filter(step -> !step.isEmpty()).toList();
    }

    /** @return the records by the path that names them, which may begin anywhere in the tree */
    Map<String, Set<UUID>> find(ObjectType target, Collection<String> texts) {
        List<String> paths = texts.stream().filter(text -> isPath(target, text)).toList();
        Map<String, Set<UUID>> found = new HashMap<>();
        if (!paths.isEmpty()) {
            Map<String, List<Node>> byTitle = byTitle(target);
            paths.forEach(path -> {
                Set<UUID> ends = ends(steps(path), byTitle);
                if (!ends.isEmpty()) {
                    found.put(path, ends);
                }
            });
        }
        return found;
    }

    private Map<String, List<Node>> byTitle(ObjectType target) {
        return finder.tree(target).stream().collect(Collectors.groupingBy(node -> Words.alike(node.title())));
    }

    private static Set<UUID> ends(List<String> steps, Map<String, List<Node>> byTitle) {
        Set<UUID> ends = null;
        for (String step : steps) {
            Set<UUID> above = ends;
            ends = byTitle.getOrDefault(Words.alike(step), List.of()).stream()
                    .filter(node -> above == null || node.parent() != null && above.contains(node.parent()))
                    .map(Node::id)
                    .collect(Collectors.toSet());
        }
        return ends == null ? Set.of() : ends;
    }

    /** What was made: every draft, and at which of them each path ends. */
    record Made(List<Draft> drafts, Map<String, Draft> ends, Map<String, UUID> there) {}

    /** Makes what is missing of each path, the outermost first, as many statements for a hundred paths as for one. */
    Made make(References references, Collection<String> texts) {
        var making = new Making(references, byTitle(references.target()));
        int deepest = texts.stream().mapToInt(text -> steps(text).size()).max().orElse(0);
        for (int depth = 1; depth <= deepest; depth++) {
            making.level(texts, depth);
        }
        return making.made(texts);
    }

    /** One chunk's. */
    private final class Making {

        private final References references;
        private final Map<String, List<Node>> byTitle;
        private final Map<String, UUID> there = new HashMap<>();
        private final Map<String, Draft> drafts = new LinkedHashMap<>();

        Making(References references, Map<String, List<Node>> byTitle) {
            this.references = references;
            this.byTitle = byTitle;
        }

        void level(Collection<String> texts, int depth) {
            Map<String, Draft> level = new LinkedHashMap<>();
            for (String text : texts) {
                List<String> steps = steps(text);
                if (steps.size() >= depth) {
                    begin(steps.subList(0, depth), level);
                }
            }
            List<String> keys = List.copyOf(level.keySet());
            if (!keys.isEmpty()) {
                List<Draft> done = records.saveEach(new Batch(references.target(), List.copyOf(level.values()))).drafts();
                for (int at = 0; at < keys.size(); at++) {
                    drafts.put(keys.get(at), done.get(at));
                }
            }
        }

        private void begin(List<String> steps, Map<String, Draft> level) {
            String key = key(steps);
            String above = key(steps.subList(0, steps.size() - 1));
            Set<UUID> known = drafts.containsKey(above) ? Set.of() : ends(steps, byTitle);
            if (!known.isEmpty()) {
                there.put(key, new ArrayList<>(known).getFirst());
            } else if (!level.containsKey(key)) {
                level.put(key, draft(steps.getLast(), above));
            }
        }

        @SuppressWarnings("NullAway")
        private Draft draft(String title, String above) {
            ObjectType target = references.target();
            Map<String, Object> input = new LinkedHashMap<>(references.set());
            input.put(target.title().name(), title);
            Attribute<Ref> tree = Objects.requireNonNull(target.tree());
            Draft maker = drafts.get(above);
            UUID parent = maker == null ? there.get(above) : maker.isAlive() ? maker.id() : null;
            Draft draft = Draft.create(target, input);
            if (maker != null && !maker.isAlive()) {
                maker.faults().forEach(draft::reject);
            }
            return parent == null ? draft : draft.set(tree, Ref.to(parent));
        }

        private static String key(List<String> steps) {
            return steps.stream().map(Words::alike).collect(Collectors.joining("/"));
        }

        Made made(Collection<String> texts) {
            Map<String, Draft> ends = new HashMap<>();
            Map<String, UUID> known = new HashMap<>();
            for (String text : new HashSet<>(texts)) {
                Draft made = drafts.get(key(steps(text)));
                if (made == null) {
                    known.put(text, Objects.requireNonNull(there.get(key(steps(text)))));
                } else {
                    ends.put(text, made);
                }
            }
            return new Made(List.copyOf(drafts.values()), ends, known);
        }
    }
}
