package io.keyuan.engine.merge;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows of a table that name their record in {@code record_id} and go with it, those in the bin too, and so do rows of a second table that
 * belong to them and name the record as well.
 */
public abstract class MovedRows implements Belongings {

    private static final Field<UUID> ID = Tables.uuid("r", "id");
    private static final Field<UUID> RECORD = Tables.uuid("r", "record_id");

    private final DSLContext sql;
    private final String table;
    private final String parts;
    private final String ofPart;

    /**
     * @param parts the second table
     * @param ofPart its column with the id of the row it belongs to
     */
    protected MovedRows(DSLContext sql, String table, String parts, String ofPart) {
        this.sql = sql;
        this.table = table;
        this.parts = parts;
        this.ofPart = ofPart;
    }

    @Override
    public final Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return sql.select(RECORD, DSL.count())
                .from(Tables.of(table, "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.alive("r"))
                .and(counted())
                .groupBy(RECORD)
                .fetchMap(RECORD, DSL.count());
    }

    /** Which of the rows, {@code r}, are worth telling that they come along. */
    protected Condition counted() {
        return DSL.noCondition();
    }

    /** Which of them, {@code r}, go with the record; the others stay where they are. */
    protected Condition moved() {
        return DSL.noCondition();
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        List<Brought> brought = sql.select(ID, RECORD)
                .from(Tables.of(table, "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.among(RECORD, from.toArray(UUID[]::new)))
                .and(moved())
                .orderBy(ID)
                .forUpdate()
                .fetch(row -> new Brought(row.value1(), "", row.value2()));
        move(brought.stream().map(Brought::row).toList(), into);
        return brought;
    }

    @Override
    public final void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        brought.stream()
                .collect(Collectors.groupingBy(Brought::from, Collectors.mapping(Brought::row, Collectors.toSet())))
                .forEach((record, rows) -> move(withWhatFollowed(rows), record));
    }

    /** These, with rows that have come since and go where these go. */
    protected Set<UUID> withWhatFollowed(Set<UUID> rows) {
        return rows;
    }

    private void move(Collection<UUID> rows, UUID record) {
        if (!rows.isEmpty()) {
            UUID[] ids = rows.toArray(UUID[]::new);
            Field<UUID> own = field(DSL.name("record_id"), SQLDataType.UUID);
            sql.update(Tables.of(table, "r")).set(own, record).where(Tables.ofTenant("r")).and(Tables.among(ID, ids)).execute();
            sql.update(Tables.of(parts, "p")).set(own, record).where(Tables.ofTenant("p")).and(Tables.among(Tables.uuid("p", ofPart), ids)).execute();
        }
    }
}
