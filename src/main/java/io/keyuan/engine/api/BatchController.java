package io.keyuan.engine.api;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.web.FaultWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many records of one object in one request, each with a result of its own. */
@RestController
class BatchController {

    private static final int MOST_ROWS = 10_000;

    private final Addressed addressed;
    private final Records records;
    private final FaultWords words;
    private final Access access;

    BatchController(Addressed addressed, Records records, FaultWords words, Access access) {
        this.addressed = addressed;
        this.records = records;
        this.words = words;
        this.access = access;
    }

    /** What is to be done; rows to update and delete carry {@code id}, and {@code version} where the writer has seen one. */
    record Work(
            @Nullable List<@Nullable Map<String, @Nullable Object>> create,
            @Nullable List<@Nullable Map<String, @Nullable Object>> update,
            @Nullable List<@Nullable Map<String, @Nullable Object>> delete,
            @Nullable Boolean atomic) {}

    @PostMapping("/api/v1/{object}/batch")
    Map<String, Object> batch(
            @PathVariable String object, @RequestBody Work work, @RequestParam(required = false) @Nullable String duplicates) {
        ObjectType type = addressed.object(object);
        Draft.Lookalikes lookalikes = ListParameters.lookalikes(duplicates);
        List<Draft> drafts = new ArrayList<>();
        rows(work.create()).forEach(row -> drafts.add(Draft.create(type, row)));
        rows(work.update()).forEach(row -> drafts.add(Draft.update(type, addressed.id(id(row)), version(row), values(row))));
        rows(work.delete()).forEach(row -> drafts.add(Draft.delete(type, addressed.id(id(row)), version(row))));
        if (drafts.size() > MOST_ROWS) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.whole("too-many-rows", MOST_ROWS));
        }
        drafts.forEach(draft -> draft.minding(lookalikes));
        checkMany(type, rows(work.update()).size(), rows(work.delete()).size());
        var batch = new Batch(type, drafts);
        Batch done = Boolean.TRUE.equals(work.atomic()) ? records.save(batch) : records.saveEach(batch);
        return Map.of("results", done.drafts().stream().map(this::result).toList());
    }

    /** Whoever may change records one by one may not therefore change many at once; what they may not change at all each row says. */
    private void checkMany(ObjectType type, int updates, int deletions) {
        boolean changes = updates > 0 && access.may(Right.EDIT, type) || deletions > 0 && access.may(Right.DELETE, type);
        if (updates + deletions > 1 && changes && !access.may(Right.BULK, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-bulk"));
        }
    }

    private static List<Map<String, @Nullable Object>> rows(@Nullable List<@Nullable Map<String, @Nullable Object>> rows) {
        return rows == null ? List.of() : rows.stream().map(BatchController::row).toList();
    }

    private static Map<String, @Nullable Object> row(@Nullable Map<String, @Nullable Object> row) {
        if (row == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.whole("bad-body"));
        }
        return row;
    }

    private static String id(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("id"));
    }

    private static @Nullable Long version(Map<String, @Nullable Object> row) {
        return row.get("version") instanceof Number number ? number.longValue() : null;
    }

    private static Map<String, @Nullable Object> values(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row);
        values.remove("id");
        values.remove("version");
        return values;
    }

    private Map<String, Object> result(Draft draft) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", draft.id().toString());
        if (draft.failure() == null) {
            result.put("status", draft.isNew() ? 201 : 200);
            Long version = draft.get(draft.type().version);
            result.put("version", version == null ? 0 : version);
        } else {
            result.put("status", draft.failure().status());
            result.put("type", "/problems/" + draft.failure().slug());
            draft.told().forEach(result::put);
            result.put("errors", draft.faults().stream().map(fault -> words.of(fault, Caller.current().locale())).toList());
        }
        return result;
    }
}
