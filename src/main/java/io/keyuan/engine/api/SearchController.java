package io.keyuan.engine.api;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.search.HungOn;
import io.keyuan.engine.search.Search;
import io.keyuan.engine.text.SearchQuery;
import io.keyuan.engine.text.SearchTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box. */
@RestController
class SearchController {

    private static final int MOST = 100;

    private final Search search;
    private final HungOn hungOn;
    private final ObjectTypes types;
    private final Addressed addressed;

    SearchController(Search search, HungOn hungOn, ObjectTypes types, Addressed addressed) {
        this.search = search;
        this.hungOn = hungOn;
        this.types = types;
        this.addressed = addressed;
    }

    @GetMapping("/api/v1/search")
    Map<String, Object> search(
            @RequestParam String q, @RequestParam(required = false) @Nullable String object, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("limit", "bad-limit", MOST));
        }
        ObjectType only = object == null || object.isBlank() ? null : addressed.object(object);
        Search.Found found = search.find(q, only, limit);
        SearchQuery query = SearchTokens.query(q);
        Map<String, Boolean> more = new LinkedHashMap<>();
        found.more().forEach((name, yes) -> more.put(path(name), yes));
        // Whoever looks for one of an object chooses it by that.
        Map<UUID, String> above = only == null ? Map.of() : hungOn.of(only, found.hits().stream().map(Search.Hit::id).toList());
        return Map.of("items", found.hits().stream().map(hit -> item(hit, query, above.get(hit.id()))).toList(), "more", more);
    }

    private Map<String, Object> item(Search.Hit hit, SearchQuery query, @Nullable String above) {
        ObjectType type = Objects.requireNonNull(types.byName(hit.object()));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("object", type.path());
        item.put("id", hit.id().toString());
        item.put("title", hit.title());
        if (hit.subtitle() != null) {
            MatchedValues.note(type, hit.id(), hit.subtitle().split(" · "));
            item.put("subtitle", hit.subtitle());
        }
        if (above != null) {
            item.put("above", above);
        }
        String matched = hit.matched(query);
        if (matched != null) {
            if (hit.beside() == null) {
                MatchedValues.note(type, hit.id(), matched);
            }
            item.put("matched", matched);
        }
        return item;
    }

    private String path(String name) {
        return Objects.requireNonNull(types.byName(name)).path();
    }
}
