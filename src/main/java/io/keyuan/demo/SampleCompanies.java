package io.keyuan.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which tenant has a sample company, and of which operation. */
@Repository
class SampleCompanies {

    private static final Table<Record> COMPANY = table(name("sample_company"));
    private static final Field<UUID> TENANT = field(name("sample_company", "tenant_id"), SQLDataType.UUID);
    private static final Field<UUID> OPERATION = field(name("sample_company", "operation_id"), SQLDataType.UUID);
    private static final Field<LocalDate> DAY = field(name("sample_company", "day"), SQLDataType.LOCALDATE);
    private static final Field<UUID> REMOVAL = field(name("sample_company", "removal_id"), SQLDataType.UUID);

    private final DSLContext sql;

    SampleCompanies(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param operation the job that fills it in
     * @param day the story was told on
     * @param removal the job that takes it away; null where none does
     */
    record SampleCompany(UUID operation, LocalDate day, @Nullable UUID removal) {}

    /** @return null where the caller's tenant has none */
    @Nullable SampleCompany find() {
        return sql.select(OPERATION, DAY, REMOVAL)
                .from(COMPANY)
                .where(TENANT.eq(Caller.current().tenant()))
                .fetchOne(row -> new SampleCompany(row.value1(), row.value2(), row.value3()));
    }

    /** @return whether it is the first */
    boolean add(UUID operation, LocalDate day) {
        return sql.insertInto(COMPANY, TENANT, OPERATION, DAY)
                        .values(Caller.current().tenant(), operation, day)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @param before the removal it had until now */
    boolean remove(UUID removal, @Nullable UUID before) {
        return sql.update(COMPANY)
                        .set(REMOVAL, removal)
                        .where(TENANT.eq(Caller.current().tenant()))
                        .and(before == null ? REMOVAL.isNull() : REMOVAL.eq(before))
                        .execute()
                == 1;
    }

    void forget() {
        sql.deleteFrom(COMPANY).where(TENANT.eq(Caller.current().tenant())).execute();
    }
}
