package io.keyuan.engine.attribute;

import static io.keyuan.engine.attribute.DefinitionTable.column;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.erasure.Erasure;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the records of an object away for good that was removed long ago, a piece in a transaction. What the trail says of them stays. */
@Component
class ObjectUpkeep implements Errand {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int PIECE = 500;

    private final DSLContext sql;
    private final ObjectTable table;
    private final KnownDefinitions known;
    private final ObjectTypes types;
    private final Erasure erasure;
    private final TransactionTemplate transaction;

    ObjectUpkeep(DSLContext sql, ObjectTable table, KnownDefinitions known, ObjectTypes types, Erasure erasure, TransactionTemplate transaction) {
        this.sql = sql;
        this.table = table;
        this.known = known;
        this.types = types;
        this.erasure = erasure;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "upkeep of objects";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        run(Instant.now().minus(AttributeUpkeep.KEPT), stopping);
    }

    /** @param before what was removed before this goes for good */
    void run(Instant before, BooleanSupplier stopping) {
        for (UUID tenant : tenants(before)) {
            Caller.nobodyOf(tenant).run(() -> removed(before).forEach(object -> erase(object, before, stopping)));
        }
    }

    private Set<UUID> tenants(Instant before) {
        return AcrossTenants.call("objects of all companies are kept alike", () -> new HashSet<>(
                sql.selectDistinct(ObjectTable.TENANT).from(ObjectTable.TABLE).where(isRemoved(before)).fetchSet(ObjectTable.TENANT)));
    }

    private List<UUID> removed(Instant before) {
        return sql.select(ObjectTable.ID).from(ObjectTable.TABLE).where(Tables.ofTenant("o")).and(isRemoved(before))
                .orderBy(ObjectTable.ID).limit(ObjectStore.MOST).fetch(ObjectTable.ID);
    }

    private static Condition isRemoved(Instant before) {
        return ObjectTable.REMOVED.lt(Tables.bound(before)).and(ObjectTable.ERASED.isNull());
    }

    private void erase(UUID object, Instant before, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> piece(object, before)));
        }
    }

    /** @return whether there may be more */
    private boolean piece(UUID object, Instant before) {
        Record row = sql.select().from(ObjectTable.TABLE).where(Tables.ofTenant("o")).and(ObjectTable.ID.eq(object)).and(isRemoved(before)).forUpdate().fetchOne();
        if (row == null) {
            return false;
        }
        ObjectType type = Objects.requireNonNull(types.byName(table.read(row).definition().name()));
        List<UUID> some = sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(CompanyObject.TABLE, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "object_id").eq(object))
                .orderBy(Tables.uuid("t", "id"))
                .limit(PIECE)
                .fetch(Tables.uuid("t", "id"));
        if (!some.isEmpty()) {
            erasure.forget(type, some);
            sql.deleteFrom(Tables.of(CompanyObject.TABLE, "t"))
                    .where(Tables.ofTenant("t"))
                    .and(Tables.uuid("t", "object_id").eq(object))
                    .and(Tables.among(Tables.uuid("t", "id"), some.toArray(UUID[]::new)))
                    .execute();
        }
        if (some.size() < PIECE) {
            forget(type);
            sql.update(ObjectTable.TABLE)
                    .set(column("erased_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                    .where(Tables.ofTenant("o"))
                    .and(ObjectTable.ID.eq(object))
                    .execute();
            known.changed();
            return false;
        }
        return true;
    }

    /** Its attributes went with its records, and so did what those chose among. */
    private void forget(ObjectType type) {
        sql.deleteFrom(Tables.of("choice", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.text("c", "attribute").startsWith(type.name() + "."))
                .execute();
        sql.deleteFrom(Tables.of("choice_list", "l"))
                .where(Tables.ofTenant("l"))
                .and(Tables.text("l", "attribute").startsWith(type.name() + "."))
                .execute();
        List.of("object_layout", "number_series", "advice_rule").forEach(table -> sql.deleteFrom(Tables.of(table, "o"))
                .where(Tables.ofTenant("o"))
                .and(Tables.text("o", "object").eq(type.name()))
                .execute());
        sql.update(DefinitionTable.TABLE)
                .set(column("removed_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .set(column("erased_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.OBJECT.eq(type.name()))
                .and(DefinitionTable.ERASED.isNull())
                .execute();
    }
}
