package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.merge.MergedRecords;
import io.keyuan.engine.query.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What happened to a record and with it, the newest first, as far as the reader may know it. */
@Service
class Timelines {

    static final int USUAL = 30;
    static final int MOST = 100;

    /** Of records that have become one, whose past is told; each is looked for by itself. */
    private static final int MOST_MERGED = 40;

    private final Lists lists;
    private final Sources sources;
    private final Merge merge;
    private final Telling telling;
    private final MergedRecords merged;

    Timelines(Lists lists, Sources sources, Merge merge, Telling telling, MergedRecords merged) {
        this.lists = lists;
        this.sources = sources;
        this.merge = merge;
        this.telling = telling;
        this.merged = merged;
    }

    /**
     * @param limit entries of a page, up to {@link #MOST}
     * @param kinds which kinds of entries, separated by commas; all where nothing is said
     */
    Map<String, @Nullable Object> of(ObjectType type, UUID record, @Nullable String page, int limit, @Nullable String kinds) {
        if (limit < 1 || limit > MOST) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("limit", "bad-limit", MOST));
        }
        List<Source> all = sources(type, record);
        return page(type, record, page, limit, kinds == null || kinds.isBlank() ? all : ofKinds(all, kinds));
    }

    /** What happened to those that have become the record goes on with what happens to it. */
    private List<Source> sources(ObjectType type, UUID record) {
        List<Source> all = new ArrayList<>(sources.of(type, val(record)));
        merged.within(type, record).stream().limit(MOST_MERGED).forEach(before -> all.addAll(sources.of(type, val(before))));
        return all;
    }

    private static List<Source> ofKinds(List<Source> all, String kinds) {
        Set<String> known = all.stream().map(Source::kind).collect(Collectors.toSet());
        Set<String> wanted = Arrays.stream(kinds.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("kinds", "bad-kinds", String.join(", ", known.stream().sorted().toList())));
        }
        return all.stream().filter(source -> wanted.contains(source.kind())).toList();
    }

    /** What changed of the record and of its lines, and nothing else. */
    Map<String, @Nullable Object> history(ObjectType type, UUID record, @Nullable String page) {
        List<Source> own = sources(type, record).stream()
                .filter(source -> source.own() && source.kind().equals(Source.CHANGES))
                .toList();
        return page(type, record, page, USUAL, own);
    }

    private Map<String, @Nullable Object> page(ObjectType type, UUID record, @Nullable String page, int limit, List<Source> from) {
        Place after = Place.of(page);
        if (lists.find(type, record) == null) {
            throw Problem.notFound();
        }
        List<Found> found = merge.newest(from, after, limit + 1);
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", telling.of(shown));
        body.put("next", more ? shown.getLast().place().page() : null);
        return body;
    }
}
