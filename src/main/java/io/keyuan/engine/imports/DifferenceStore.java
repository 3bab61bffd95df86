package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.sql.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the differences of dry runs. */
@Repository
class DifferenceStore extends KeptRows<Differences.Difference> {

    private static final TypeReference<List<Differences.Change>> CHANGES_TYPE = new TypeReference<>() {};
    private static final Field<Long> LINE = Tables.number("r", "line");
    private static final Field<UUID> RECORD = Tables.uuid("r", "record_id");
    private static final Field<@Nullable String> TITLE = Tables.text("r", "title");
    private static final Field<JSONB> CHANGES = Tables.json("r", "changes");

    private final TitledValues values;
    private final Access access;
    private final JsonMapper json;

    DifferenceStore(DSLContext sql, TitledValues values, Access access, JsonMapper json) {
        super(sql, "import_difference", List.of(LINE, RECORD, TITLE, CHANGES));
        this.values = values;
        this.access = access;
        this.json = json;
    }

    Differences gather() {
        return new Differences(values, access);
    }

    @Override
    protected List<@Nullable Object> values(Differences.Difference row) {
        return Arrays.asList(row.line(), row.record(), row.title(), JSONB.valueOf(json.writeValueAsString(row.changes())));
    }

    @Override
    protected Differences.Difference read(Record row) {
        return new Differences.Difference(row.get(LINE), row.get(RECORD), row.get(TITLE), json.readValue(row.get(CHANGES).data(), CHANGES_TYPE));
    }
}
