package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where objects share a table, its indexes serve each of them as they would serve a table of its own. */
class SharedTableTest {

    private static final DSLContext SQL = RunningProgram.get().bean(DSLContext.class);
    private static final ObjectType TYPE = EveryDefinition.Source.all().stream().filter(type -> type.path().equals(AddedToCompany.OBJECT)).findFirst().orElseThrow();

    /** Their own, and as many of another object. */
    @BeforeAll
    static void rows() throws Exception {
        String tenant = AddedToCompany.onBehalfOfOne(() -> Caller.current().tenant().toString());
        try (var connection = RunningProgram.get().database().connect(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into custom_record (tenant_id, object_id, id, version, created_at, updated_at, name, name_key, stage)
                    select o.tenant_id, o.id, gen_random_uuid(), 1, at, at, 'n' || i, 'N' || i, 's' || i %% 5
                    from custom_object o, generate_series(1, 5000) i, lateral (select timestamptz '2017-01-01' + i * interval '1 hour') as t(at)
                    where o.tenant_id = '%s'
                    """.formatted(tenant));
            statement.execute("analyze custom_record");
        }
    }

    private static String plan(Supplier<Select<?>> query) throws Exception {
        String sql = AddedToCompany.onBehalfOfOne(() -> Objects.requireNonNull(query.get().getSQL(ParamType.INLINED)));
        try (var connection = RunningProgram.get().database().connect(); var statement = connection.createStatement();
                var lines = statement.executeQuery("explain " + sql)) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static String list(SortField<?> order, Condition... more) throws Exception {
        return plan(() -> SQL.select(Tables.uuid("t", "id"))
                .from(Tables.of(TYPE, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(DSL.and(more))
                .orderBy(order, Tables.uuid("t", "id").desc())
                .limit(50));
    }

    @Test
    void listsAreWalkedInTheOrderOfAnIndex() throws Exception {
        for (var order : List.of("created_at", "updated_at")) {
            assertThat(list(Tables.time("t", order).desc())).contains("custom_record_by_" + order).contains("object_id").doesNotContain("Sort");
        }
        assertThat(list(Sorting.sortField("t", TYPE.title()).desc())).contains("custom_record_by_name").doesNotContain("Sort");
    }

    @Test
    void columnsOfABoardAreWalkedByAnIndex() throws Exception {
        Condition stage = Tables.text("t", "stage").eq("s3");

        assertThat(list(Tables.time("t", "updated_at").desc(), stage)).contains("custom_record_on_board").doesNotContain("Sort");
    }

    @Test
    void aRecordIsFoundByItsKey() throws Exception {
        assertThat(plan(() -> SQL.select(Tables.text("t", "name")).from(Tables.of(TYPE, "t")).where(Tables.ofTenant("t")).and(Tables.uuid("t", "id").eq(Caller.NOBODY))))
                .contains("Index Scan").doesNotContain("Seq Scan");
    }
}
