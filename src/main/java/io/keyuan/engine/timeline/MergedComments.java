package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.Belongings;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashSet;
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

/** What was said of records that become one is said of that; who was named there is told so of it. */
@Component
class MergedComments implements Belongings {

    private static final Field<UUID> ID = Tables.uuid("c", "id");
    private static final Field<UUID> RECORD = Tables.uuid("c", "record_id");
    private static final Field<UUID> ANSWERED = Tables.uuid("c", "reply_to");

    private final DSLContext sql;

    MergedComments(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return sql.select(RECORD, DSL.count())
                .from(Tables.of("comment", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.alive("c"))
                .groupBy(RECORD)
                .fetchMap(RECORD, DSL.count());
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        List<Brought> brought = sql.select(ID, RECORD)
                .from(Tables.of("comment", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.among(RECORD, from.toArray(UUID[]::new)))
                .orderBy(ID)
                .forUpdate()
                .fetch(row -> new Brought(row.value1(), "", row.value2()));
        move(brought.stream().map(Brought::row).toList(), into);
        return brought;
    }

    /** Answers that have come since go with what they answer. */
    @Override
    public void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        brought.stream().collect(Collectors.groupingBy(Brought::from)).forEach((record, its) -> {
            Set<UUID> comments = new HashSet<>(its.stream().map(Brought::row).toList());
            comments.addAll(sql.select(ID)
                    .from(Tables.of("comment", "c"))
                    .where(Tables.ofTenant("c"))
                    .and(Tables.among(ANSWERED, comments.toArray(UUID[]::new)))
                    .fetch(ID));
            move(comments, record);
        });
    }

    private void move(Collection<UUID> comments, UUID record) {
        if (comments.isEmpty()) {
            return;
        }
        UUID[] ids = comments.toArray(UUID[]::new);
        Field<UUID> own = field(DSL.name("record_id"), SQLDataType.UUID);
        sql.update(Tables.of("comment", "c")).set(own, record).where(Tables.ofTenant("c")).and(Tables.among(ID, ids)).execute();
        sql.update(Tables.of("mention", "m")).set(own, record).where(Tables.ofTenant("m")).and(Tables.among(Tables.uuid("m", "comment_id"), ids)).execute();
    }
}
