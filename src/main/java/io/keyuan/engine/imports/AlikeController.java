package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.query.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which rows of a file were like records, as far as whoever asks sees those now, and what became of them. */
@RestController
class AlikeController {

    private static final int PAGE = 50;

    private final Jobs jobs;
    private final AlikeStore store;
    private final Titles titles;
    private final Access access;
    private final ObjectTypes types;

    AlikeController(Jobs jobs, AlikeStore store, Titles titles, Access access, ObjectTypes types) {
        this.jobs = jobs;
        this.store = store;
        this.titles = titles;
        this.access = access;
        this.types = types;
    }

    @GetMapping("/api/v1/jobs/{id}/alike")
    Map<String, @Nullable Object> alike(@PathVariable UUID id, @RequestParam(required = false) @Nullable String page) {
        ObjectType type = jobs.describe(id).get("about") instanceof Map<?, ?> about ? types.byPath(String.valueOf(about.get("object"))) : null;
        List<KeptRows.Placed<AlikeRows.Row>> found = type == null || !access.may(Right.READ, type) ? List.of() : store.page(id, DifferenceController.place(page), PAGE + 1);
        List<KeptRows.Placed<AlikeRows.Row>> shown = found.subList(0, Math.min(PAGE, found.size()));
        Set<UUID> seen = type == null || shown.isEmpty() ? Set.of() : titles.of(type, ids(shown)).keySet();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", shown.stream().map(placed -> item(placed.row(), seen)).toList());
        body.put("next", found.size() > PAGE ? Long.toString(shown.getLast().place()) : null);
        return body;
    }

    private static Set<UUID> ids(List<KeptRows.Placed<AlikeRows.Row>> rows) {
        return rows.stream().flatMap(placed -> placed.row().records().stream()).flatMap(record -> id(record).stream()).collect(Collectors.toSet());
    }

    private static Optional<UUID> id(Map<String, Object> record) {
        return record.get("id") instanceof String id ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    private static Map<String, @Nullable Object> item(AlikeRows.Row row, Set<UUID> seen) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("line", row.line());
        item.put("title", row.title());
        item.put("what", row.what().code());
        item.put("records", row.records().stream().map(record -> told(record, seen)).toList());
        return item;
    }

    /** One that is seen no more is told of as one that never was; one that a trial made of a row of the file is that row. */
    private static Map<String, Object> told(Map<String, Object> record, Set<UUID> seen) {
        if (id(record).filter(seen::contains).isPresent()) {
            return record;
        }
        boolean row = record.containsKey("line");
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("hidden", !row);
        Stream.of("line", "title", "score", "reasons").filter(part -> record.containsKey(part) && (row || !part.equals("title")))
                .forEach(part -> told.put(part, record.get(part)));
        return told;
    }
}
