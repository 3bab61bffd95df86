package io.keyuan.engine.file;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.Belongings;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Files go with their records, those in the bin too, with every version; two may be called alike then, as they may anyway. */
@Component
class MergedFiles implements Belongings {

    private static final Field<UUID> ID = Tables.uuid("f", "id");
    private static final Field<UUID> RECORD = Tables.uuid("f", "record_id");

    private final DSLContext sql;

    MergedFiles(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return sql.select(RECORD, DSL.count())
                .from(Tables.of("record_file", "f"))
                .where(Tables.ofTenant("f"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.alive("f"))
                .groupBy(RECORD)
                .fetchMap(RECORD, DSL.count());
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        List<Brought> brought = sql.select(ID, RECORD)
                .from(Tables.of("record_file", "f"))
                .where(Tables.ofTenant("f"))
                .and(Tables.among(RECORD, from.toArray(UUID[]::new)))
                .orderBy(ID)
                .forUpdate()
                .fetch(row -> new Brought(row.value1(), "", row.value2()));
        move(brought.stream().map(Brought::row).toList(), into);
        return brought;
    }

    @Override
    public void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        brought.stream().collect(Collectors.groupingBy(Brought::from)).forEach((record, its) -> move(its.stream().map(Brought::row).toList(), record));
    }

    private void move(Collection<UUID> files, UUID record) {
        if (!files.isEmpty()) {
            UUID[] ids = files.toArray(UUID[]::new);
            Field<UUID> own = field(DSL.name("record_id"), SQLDataType.UUID);
            sql.update(Tables.of("record_file", "f")).set(own, record).where(Tables.ofTenant("f")).and(Tables.among(ID, ids)).execute();
            sql.update(Tables.of("record_file_version", "v")).set(own, record).where(Tables.ofTenant("v")).and(Tables.among(Tables.uuid("v", "file_id"), ids)).execute();
        }
    }
}
