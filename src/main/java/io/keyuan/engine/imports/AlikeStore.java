package io.keyuan.engine.imports;

import io.keyuan.engine.sql.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps which rows of a file were like records. */
@Repository
class AlikeStore extends KeptRows<AlikeRows.Row> {

    private static final TypeReference<List<Map<String, Object>>> RECORDS_TYPE = new TypeReference<>() {};
    private static final Field<Long> LINE = Tables.number("r", "line");
    private static final Field<@Nullable String> TITLE = Tables.text("r", "title");
    private static final Field<String> WHAT = Tables.text("r", "what");
    private static final Field<JSONB> RECORDS = Tables.json("r", "records");

    private final JsonMapper json;

    AlikeStore(DSLContext sql, JsonMapper json) {
        super(sql, "import_alike", List.of(LINE, TITLE, WHAT, RECORDS));
        this.json = json;
    }

    @Override
    protected List<@Nullable Object> values(AlikeRows.Row row) {
        return Arrays.asList(row.line(), row.title(), row.what().code(), JSONB.valueOf(json.writeValueAsString(row.records())));
    }

    @Override
    protected AlikeRows.Row read(Record row) {
        return new AlikeRows.Row(row.get(LINE), row.get(TITLE), Alike.of(row.get(WHAT)), json.readValue(row.get(RECORDS).data(), RECORDS_TYPE));
    }
}
