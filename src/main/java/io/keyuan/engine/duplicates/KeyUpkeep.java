package io.keyuan.engine.duplicates;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Stewards;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When the program begins to run, maybe as a new release, it takes on making the keys of records that have none yet; else there is nothing to do. */
@Component
class KeyUpkeep implements Errand {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final KeyStore keys;
    private final Stewards stewards;
    private final Jobs jobs;
    private final Messages messages;
    private final TransactionTemplate transaction;

    KeyUpkeep(
            DSLContext sql, ObjectTypes types, KeyStore keys, Stewards stewards, Jobs jobs, Messages messages, TransactionTemplate transaction) {
        this.sql = sql;
        this.types = types;
        this.keys = keys;
        this.stewards = stewards;
        this.jobs = jobs;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "upkeep of duplicates";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        List<ObjectType> compared = types.all().stream().filter(type -> type.sameness() != null).toList();
        Set<UUID> tenants = new LinkedHashSet<>();
        compared.forEach(type -> tenants.addAll(lacking(type)));
        for (UUID tenant : tenants) {
            Caller steward = stopping.getAsBoolean() ? null : stewards.of(tenant);
            if (steward != null) {
                steward.run(this::takeOn);
            }
        }
    }

    /** The companies that have such records, and not all of their keys. */
    private Set<UUID> lacking(ObjectType type) {
        return AcrossTenants.call("keys of all companies are made alike", () -> sql.select(Tables.uuid("c", "id"))
                .from(Tables.of("tenant", "c"))
                .where(DSL.exists(DSL.selectOne().from(Tables.of(type, "t")).where(Tables.uuid("t", "tenant_id").eq(Tables.uuid("c", "id")))))
                .and(DSL.notExists(DSL.selectOne().from(Tables.of("duplicate_base", "b"))
                        .where(Tables.uuid("b", "tenant_id").eq(Tables.uuid("c", "id")))
                        .and(Tables.text("b", "object").eq(type.name()))
                        .and(Tables.number("b", "shape").eq(KeyRows.SHAPE))))
                .fetchSet(Tables.uuid("c", "id")));
    }

    private void takeOn() {
        transaction.executeWithoutResult(status -> {
            Turns.await(sql, MakeKeys.KIND);
            if (!jobs.isUnderway(MakeKeys.KIND)) {
                jobs.submit(MakeKeys.KIND, messages.text(Caller.current().locale(), "duplicate.keys"), job -> Map.of());
            }
        });
    }
}
