package io.keyuan.engine.share;


import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Gives new records to those the record they lie in was given to, and to its owner. What is given later is given to each by itself. */
@NamedInterface("share")
@Component
public class Inheritance {

    private static final Field<UUID> RECORD = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final ShareStore store;
    private final StoredGrants grants;

    Inheritance(DSLContext sql, ShareStore store, StoredGrants grants) {
        this.sql = sql;
        this.store = store;
        this.grants = grants;
    }

    /**
     * In the current transaction.
     *
     * @param outer points from a record to the one of the same object it lies in
     * @param made at least one
     */
    public void from(Attribute<Ref> outer, List<UUID> made) {
        ObjectType type = outer.object();
        Field<UUID> above = Tables.reference("t", outer);
        Map<UUID, List<UUID>> inside = inside(type, above, made);
        if (!inside.isEmpty()) {
            Map<UUID, List<Share>> given = store.of(inside.keySet());
            owners(type, inside.keySet()).forEach((record, owner) -> given.computeIfAbsent(record, any -> new ArrayList<>()).add(owned(owner)));
            store.give(type, given, inside);
            grants.changed();
        }
    }

    /** By the record they lie in. */
    private Map<UUID, List<UUID>> inside(ObjectType type, Field<UUID> above, List<UUID> made) {
        return sql.select(above, RECORD)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(RECORD, made.toArray(UUID[]::new)))
                .and(above.isNotNull())
                .fetchGroups(above, RECORD);
    }

    private Map<UUID, UUID> owners(ObjectType type, Set<UUID> records) {
        Field<UUID> owner = Tables.reference("t", Objects.requireNonNull(type.owner()));
        return sql.select(RECORD, owner)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(owner.isNotNull())
                .fetchMap(RECORD, owner);
    }

    private static Share owned(UUID owner) {
        return new Share(owner, "share", true, true, null, null, null, Instant.now());
    }
}
