package io.keyuan.engine.audit;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One of the tables in which something is looked for. A query becomes ways into it, each led by one index; whatever that does not
 * decide is looked at row by row, among no more than a bounded number.
 */
enum TrailSource {

    CHANGES("audit") {
        @Override
        List<Field<?>> fields() {
            return List.of(ID, ACTOR, ACTION, OBJECT, RECORD, OPERATION, BEFORE, AFTER);
        }

        @Override
        boolean isAsked(AuditQuery query) {
            return query.kind() == null || ACTIONS.containsKey(query.kind());
        }

        @Override
        List<Way> ways(AuditQuery query) {
            String action = query.kind() == null ? null : ACTIONS.get(query.kind());
            Condition rest = equal(ACTOR, query.person()).and(equal(OBJECT, objectName(query))).and(words(query, BEFORE, AFTER))
                    .and(action == null ? noCondition() : ACTION.eq(val(action)));
            if (query.record() != null) {
                return List.of(new Way(RECORD.eq(val(query.record())), rest, false));
            }
            if (action != null && RARE.contains(action)) {
                // As text, so that the planner sees that the index of what went and came back has it.
                Condition rare = ACTION.eq(DSL.inline(action));
                return List.of(new Way(rare, equal(ACTOR, query.person()).and(equal(OBJECT, objectName(query))).and(words(query, BEFORE, AFTER)), false));
            }
            return List.of(lead(query, rest));
        }
    },

    EVENTS(EventTable.NAME) {
        @Override
        List<Field<?>> fields() {
            return List.of(ID, ACTOR, SEEN_AS, KIND, OBJECT, RECORD, RECORDS, DETAILS, ADDRESS, REQUEST, TOKEN);
        }

        @Override
        boolean isAsked(AuditQuery query) {
            return query.kind() == null || !ACTIONS.containsKey(query.kind());
        }

        @Override
        List<Way> ways(AuditQuery query) {
            Condition rest = equal(ACTOR, query.person()).and(equal(OBJECT, objectName(query))).and(equal(KIND, query.kind()))
                    .and(words(query, DETAILS, ADDRESS));
            if (query.record() != null) {
                Condition among = RECORDS.contains(new UUID[] {query.record()});
                return List.of(new Way(RECORD.eq(val(query.record())), rest, false), new Way(among, rest, true));
            }
            if (query.kind() != null) {
                return List.of(new Way(
                        KIND.eq(val(query.kind())), equal(ACTOR, query.person()).and(equal(OBJECT, objectName(query))).and(words(query, DETAILS, ADDRESS)), false));
            }
            return List.of(lead(query, rest));
        }
    };

    static final Map<String, String> ACTIONS =
            Map.of("record-created", "create", "record-changed", "update", "record-deleted", "delete", "record-restored", "restore");

    private static final List<String> RARE = List.of("delete", "restore");

    static final Field<UUID> ID = Tables.uuid("t", "id");
    static final Field<UUID> ACTOR = Tables.uuid("t", "actor");
    static final Field<UUID> SEEN_AS = Tables.uuid("t", "seen_as");
    static final Field<String> ACTION = Tables.text("t", "action");
    static final Field<String> KIND = Tables.text("t", "kind");
    static final Field<String> OBJECT = Tables.text("t", "object");
    static final Field<UUID> RECORD = Tables.uuid("t", "record_id");
    static final Field<UUID[]> RECORDS = DSL.field(DSL.name("t", "records"), SQLDataType.UUID.array());
    static final Field<UUID> OPERATION = Tables.uuid("t", "operation_id");
    static final Field<org.jooq.JSONB> BEFORE = Tables.json("t", "before");
    static final Field<org.jooq.JSONB> AFTER = Tables.json("t", "after");
    static final Field<org.jooq.JSONB> DETAILS = Tables.json("t", "details");
    static final Field<String> ADDRESS = Tables.text("t", "address");
    static final Field<String> REQUEST = Tables.text("t", "request");
    static final Field<UUID> TOKEN = Tables.uuid("t", "token_id");

    private final String table;

    TrailSource(String table) {
        this.table = table;
    }

    /**
     * A way into a table.
     *
     * @param lead what an index decides
     * @param rest what each row has to be looked at for
     * @param unordered whether the index does not give rows in the order of their ids
     */
    record Way(Condition lead, Condition rest, boolean unordered) {}

    Table<Record> table() {
        return Tables.of(table, "t");
    }

    abstract List<Field<?>> fields();

    abstract boolean isAsked(AuditQuery query);

    abstract List<Way> ways(AuditQuery query);

    private static @Nullable String objectName(AuditQuery query) {
        return query.object() == null ? null : query.object().name();
    }

    /** By the person or the object, whichever is given; everything else is the rest. */
    private static Way lead(AuditQuery query, Condition rest) {
        return new Way(query.person() == null ? equal(OBJECT, objectName(query)) : equal(ACTOR, query.person()), rest, false);
    }

    private static <T> Condition equal(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(val(value, field));
    }

    private static Condition words(AuditQuery query, Field<?>... fields) {
        if (query.words() == null) {
            return noCondition();
        }
        List<Condition> anywhere = new ArrayList<>();
        for (Field<?> field : fields) {
            anywhere.add(field.cast(SQLDataType.CLOB).containsIgnoreCase(query.words()));
        }
        return DSL.or(anywhere);
    }
}
