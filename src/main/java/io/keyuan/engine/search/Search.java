package io.keyuan.engine.search;

import io.keyuan.engine.Access;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.text.Folding;
import io.keyuan.engine.text.SearchQuery;
import io.keyuan.engine.text.SearchTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds records of any object the caller may see. The index is asked for tokens, the text is looked at again, and the best
 * match of the newest candidates comes first.
 */
@Component
public class Search {

    private final Candidates candidates;
    private final ObjectTypes types;
    private final Access access;
    private final ReadableHits readable;
    private final FileHits files;
    private final CommentHits comments;

    Search(Candidates candidates, ObjectTypes types, Access access, ReadableHits readable, FileHits files, CommentHits comments) {
        this.candidates = candidates;
        this.types = types;
        this.access = access;
        this.readable = readable;
        this.files = files;
        this.comments = comments;
    }

    /** @param only one object, or null for all */
    public Found find(String typed, @Nullable ObjectType only, int limit) {
        SearchQuery query = SearchTokens.query(typed);
        if (query.isEmpty()) {
            return new Found(List.of(), Map.of());
        }
        String folded = Folding.fold(typed).strip();
        List<Circle> circles = circles(only).stream().filter(circle -> !circle.isNothing()).toList();
        List<Hit> own = circles.stream().flatMap(circle -> hits(query, typed.strip(), circle, limit).stream()).toList();
        // Records that are found by a file or by what was said of them come last, so that they need not be looked for behind a full page.
        Stream<Hit> beside = own.size() > limit ? Stream.empty() : circles.stream().flatMap(circle -> beside(query, circle));
        List<Hit> hits = Stream.concat(own.stream(), beside)
                // By itself before by a file or by what was said of it, and by one of those only.
                .collect(Collectors.toMap(Hit::id, hit -> hit, (first, second) -> first, LinkedHashMap::new))
                .values().stream()
                .sorted(Comparator.comparingInt((Hit hit) -> hit.distance(folded))
                        .thenComparing(this::isRoot, Comparator.reverseOrder())
                        .thenComparing(Hit::id, Comparator.reverseOrder()))
                .toList();
        return new Found(hits.stream().limit(limit).toList(), more(hits, limit));
    }

    private Stream<Hit> beside(SearchQuery query, Circle circle) {
        return Stream.of(files.of(query, circle), comments.of(query, circle)).flatMap(List::stream);
    }

    /**
     * Where those found first are mostly none, by texts the caller may not read or by words that stand apart, more are looked for. Where
     * there are others, what is called so and what hangs on nothing need not be among the newest.
     */
    private List<Hit> hits(SearchQuery query, String typed, Circle circle, int limit) {
        List<Hit> hits = List.of();
        boolean all = false;
        for (int most = Candidates.FEWEST; !all && hits.size() <= limit && most <= Candidates.MOST; most *= Candidates.STEP) {
            Candidates.Found found = candidates.of(query, circle, Layer.ALL, most);
            hits = matching(query, found.hits());
            all = found.all();
        }
        if (all) {
            return hits;
        }
        List<Hit> first = new ArrayList<>(candidates.begun(typed, circle));
        if (hits.stream().filter(this::isRoot).count() <= limit) {
            first.addAll(candidates.of(query, circle, Layer.ROOTS, Candidates.FEWEST).hits());
        }
        return Stream.concat(hits.stream(), matching(query, first).stream()).toList();
    }

    private List<Hit> matching(SearchQuery query, List<Hit> found) {
        return readable.of(found).stream().filter(hit -> query.matches(hit.title(), hit.body() == null ? "" : hit.body())).toList();
    }

    private boolean isRoot(Hit hit) {
        return Objects.requireNonNull(types.byName(hit.object())).hanging() == null;
    }

    /** Objects that the caller reaches for the same people's sake are searched together. */
    private List<Circle> circles(@Nullable ObjectType only) {
        List<Circle> circles = new ArrayList<>();
        for (ObjectType type : types.all()) {
            Reach reach = access.reach(Right.READ, type);
            if (type.can(Capability.SEARCHABLE) && !(reach instanceof Reach.Nothing) && (only == null || only.equals(type))) {
                circle(circles, reach).add(type.name(), reach);
            }
        }
        return circles;
    }

    private static Circle circle(List<Circle> circles, Reach reach) {
        return circles.stream().filter(circle -> circle.takes(reach)).findFirst().orElseGet(() -> {
            Circle fresh = Circle.of(reach);
            circles.add(fresh);
            return fresh;
        });
    }

    private static Map<String, Boolean> more(List<Hit> hits, int limit) {
        Map<String, Boolean> more = new LinkedHashMap<>();
        hits.stream().skip(limit).forEach(hit -> more.put(hit.object(), true));
        return more;
    }

    /**
     * What was found.
     *
     * @param more the objects of which there are further hits
     */
    public record Found(List<Hit> hits, Map<String, Boolean> more) {}

    /**
     * One record found.
     *
     * @param object the object's name in code
     * @param body every other text it is found by, a line each
     * @param sources the attribute to which each line belongs, a line each; null where that is not known
     * @param beside the file by which it was found and where in it, or what was said of it; null where it was found by itself
     */
    public record Hit(
            String object, UUID id, String title, @Nullable String subtitle, @Nullable String body, @Nullable String sources,
            @Nullable String beside) {

        /** Behind whatever is found by itself. */
        private static final int BESIDE = 4;

        /** The line of its other texts, or of what stands beside it, by which it was found; null where its title says it. */
        public @Nullable String matched(SearchQuery query) {
            if (beside != null) {
                return beside;
            }
            if (body == null || query.matches(title, "")) {
                return null;
            }
            return body.lines().filter(line -> query.matches("", line)).findFirst().orElse(null);
        }

        private int distance(String folded) {
            if (beside != null) {
                return BESIDE;
            }
            String own = Folding.fold(title);
            return own.equals(folded) ? 0 : own.startsWith(folded) ? 1 : own.contains(folded) ? 2 : 3;
        }
    }
}
