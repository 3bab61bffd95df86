package io.keyuan.engine.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes what is found of a row of either table. */
@Component
class KeptRow {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final Map<String, String> KINDS =
            TrailSource.ACTIONS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final JsonMapper json;

    KeptRow(JsonMapper json) {
        this.json = json;
    }

    Kept of(TrailSource source, Record row) {
        return source == TrailSource.CHANGES ? change(row) : event(row);
    }

    private Kept change(Record row) {
        return new Kept(
                row.get(TrailSource.ID), true, Objects.requireNonNull(KINDS.get(row.get(TrailSource.ACTION))), row.get(TrailSource.ACTOR), null,
                row.get(TrailSource.OBJECT), row.get(TrailSource.RECORD), List.of(), values(row.get(TrailSource.BEFORE)),
                values(row.get(TrailSource.AFTER)), Map.of(), null, null, null, row.get(TrailSource.OPERATION));
    }

    private Kept event(Record row) {
        UUID[] records = row.get(TrailSource.RECORDS);
        return new Kept(
                row.get(TrailSource.ID), false, row.get(TrailSource.KIND), row.get(TrailSource.ACTOR), row.get(TrailSource.SEEN_AS),
                row.get(TrailSource.OBJECT), row.get(TrailSource.RECORD), records == null ? List.of() : List.of(records), Map.of(), Map.of(),
                values(row.get(TrailSource.DETAILS)), row.get(TrailSource.ADDRESS), row.get(TrailSource.REQUEST), row.get(TrailSource.TOKEN), null);
    }

    private Map<String, @Nullable Object> values(@Nullable JSONB values) {
        return values == null ? Map.of() : json.readValue(values.data(), VALUES);
    }
}
