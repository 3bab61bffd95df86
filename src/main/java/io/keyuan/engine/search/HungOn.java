package io.keyuan.engine.search;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What records hang on is called, such as where a person works: it tells those of one name apart better than anything they say themselves. */
@Component
public class HungOn {

    private final DSLContext sql;
    private final Titles titles;
    private final Access access;

    HungOn(DSLContext sql, Titles titles, Access access) {
        this.sql = sql;
        this.titles = titles;
        this.access = access;
    }

    /** By the ids of the records, of those that hang on something the caller may know of; with two statements. */
    public Map<UUID, String> of(ObjectType type, Collection<UUID> records) {
        ObjectType.Hanging hanging = type.hanging();
        if (hanging == null || records.isEmpty() || !access.mayRead(hanging.above())) {
            return Map.of();
        }
        Attribute<Ref> above = hanging.above();
        var reader = new Reader(type, List.of(type.id, above));
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), records.toArray(UUID[]::new))));
        titles.fill(rows);
        Map<UUID, String> called = new HashMap<>();
        for (Row row : rows) {
            UUID id = row.get(type.id);
            Ref ref = row.get(above);
            if (id != null && ref != null && ref.title() != null) {
                called.put(id, ref.title());
            }
        }
        return called;
    }
}
