package io.keyuan.engine.seal;

import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One of the two tables that are sealed. What is written into a hash, and in which order, is a promise to every chain there is: another
 * column needs another {@link Seal#FORMAT}.
 */
enum TrailTable {

    /** Changes of records. */
    CHANGES("audit") {
        @Override
        List<Field<?>> columns() {
            return List.of(AT, ACTOR, OBJECT, RECORD, ACTION, VERSION, OPERATION, ANCHOR, BEFORE, AFTER);
        }

        @Override
        byte[] hash(Record row, Digest digest) {
            byte[] values = new Digest().add(row.get(SALT)).add(text(row.get(BEFORE))).add(text(row.get(AFTER))).hash();
            return digest.add(row.get(AT)).add(row.get(ACTOR)).add(row.get(OBJECT)).add(row.get(RECORD)).add(row.get(ACTION))
                    .add(row.get(VERSION)).add(row.get(OPERATION)).add(row.get(ANCHOR)).add(values).hash();
        }
    },

    /** Everything else that must be provable. */
    EVENTS("audit_event") {
        @Override
        List<Field<?>> columns() {
            return List.of(AT, ACTOR, SEEN_AS, KIND, OBJECT, RECORD, RECORDS, DETAILS, ADDRESS, REQUEST, TOKEN);
        }

        @Override
        byte[] hash(Record row, Digest digest) {
            byte[] values = new Digest().add(row.get(SALT)).add(text(row.get(DETAILS))).add(row.get(ADDRESS)).hash();
            return digest.add(row.get(AT)).add(row.get(ACTOR)).add(row.get(SEEN_AS)).add(row.get(KIND)).add(row.get(OBJECT))
                    .add(row.get(RECORD)).add(row.get(RECORDS)).add(row.get(REQUEST)).add(row.get(TOKEN)).add(values).hash();
        }
    };

    static final Field<Long> POSITION = Tables.number("t", "position");
    static final Field<UUID> ID = Tables.uuid("t", "id");
    private static final Field<UUID> SALT = Tables.uuid("t", "salt");
    private static final Field<java.time.OffsetDateTime> AT = Tables.time("t", "at");
    private static final Field<UUID> ACTOR = Tables.uuid("t", "actor");
    private static final Field<String> OBJECT = Tables.text("t", "object");
    private static final Field<UUID> RECORD = Tables.uuid("t", "record_id");
    private static final Field<String> ACTION = Tables.text("t", "action");
    private static final Field<Long> VERSION = Tables.number("t", "version");
    private static final Field<UUID> OPERATION = Tables.uuid("t", "operation_id");
    private static final Field<UUID> ANCHOR = Tables.uuid("t", "anchor_id");
    private static final Field<JSONB> BEFORE = Tables.json("t", "before");
    private static final Field<JSONB> AFTER = Tables.json("t", "after");
    private static final Field<UUID> SEEN_AS = Tables.uuid("t", "seen_as");
    private static final Field<String> KIND = Tables.text("t", "kind");
    private static final Field<UUID[]> RECORDS = DSL.field(DSL.name("t", "records"), SQLDataType.UUID.array());
    private static final Field<JSONB> DETAILS = Tables.json("t", "details");
    private static final Field<String> ADDRESS = Tables.text("t", "address");
    private static final Field<String> REQUEST = Tables.text("t", "request");
    private static final Field<UUID> TOKEN = Tables.uuid("t", "token_id");

    private final String table;

    TrailTable(String table) {
        this.table = table;
    }

    /** Its name in the database. */
    String stored() {
        return table;
    }

    /** Under the alias {@code t}. */
    Table<Record> table() {
        return Tables.of(table, "t");
    }

    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(POSITION, ID, SALT));
        fields.addAll(columns());
        return fields;
    }

    abstract List<Field<?>> columns();

    /**
     * The hash of a row: over what it says, and in place of its values, over a salted hash of them. Whoever erases the values and the
     * salt leaves nothing from which they could be guessed.
     */
    abstract byte[] hash(Record row, Digest begun);

    SealedRow sealed(Record row) {
        var place = new SealedRow.Place(row.get(POSITION), row.get(ID));
        return new SealedRow(table, place, hash(row, new Digest().add(table).add(place.position()).add(place.id())));
    }

    private static @Nullable String text(@Nullable JSONB json) {
        return json == null ? null : json.data();
    }
}
