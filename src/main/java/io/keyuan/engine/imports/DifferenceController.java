package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.jobs.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a dry run would have changed, attribute by attribute. */
@RestController
class DifferenceController {

    private static final int PAGE = 50;

    private final Jobs jobs;
    private final DifferenceStore store;
    private final TellableDifferences tellable;
    private final ObjectTypes types;

    DifferenceController(Jobs jobs, DifferenceStore store, TellableDifferences tellable, ObjectTypes types) {
        this.jobs = jobs;
        this.store = store;
        this.tellable = tellable;
        this.types = types;
    }

    @GetMapping("/api/v1/jobs/{id}/differences")
    Map<String, @Nullable Object> differences(@PathVariable UUID id, @RequestParam(required = false) @Nullable String page) {
        ObjectType type = type(jobs.describe(id));
        List<KeptRows.Placed<Differences.Difference>> found = type == null ? List.of() : store.page(id, place(page), PAGE + 1);
        List<KeptRows.Placed<Differences.Difference>> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Differences.Difference> told = type == null ? List.of() : tellable.of(type, shown.stream().map(KeptRows.Placed::row).toList());
        told.forEach(difference -> disclose(type, difference));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", told.stream().map(DifferenceController::item).toList());
        body.put("next", found.size() > PAGE ? Long.toString(shown.getLast().place()) : null);
        body.put("restricted", told.size() < shown.size());
        return body;
    }

    private @Nullable ObjectType type(Map<String, Object> job) {
        return job.get("about") instanceof Map<?, ?> about ? types.byPath(String.valueOf(about.get("object"))) : null;
    }

    /** The values from before are those of records that are there. */
    private static void disclose(@Nullable ObjectType type, Differences.Difference difference) {
        difference.changes().stream().filter(change -> change.before() != null).forEach(change -> {
            Attribute<?> attribute = type == null ? null : type.find(change.attribute());
            if (attribute != null) {
                Disclosures.note(attribute, difference.record());
            }
        });
    }

    private static Map<String, @Nullable Object> item(Differences.Difference difference) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("line", difference.line());
        item.put("id", difference.record());
        item.put("title", difference.title());
        item.put("changes", difference.changes());
        return item;
    }

    static long place(@Nullable String page) {
        try {
            return page == null || page.isEmpty() ? 0 : Long.parseLong(page);
        } catch (NumberFormatException none) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }
}
