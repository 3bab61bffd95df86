package io.keyuan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.TenantGuard.TenantGuardException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.NestedExceptionUtils;

/** The fence between tenants, before any statement reaches a database. */
class TenantGuardTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final Caller CALLER = new Caller(OURS, UUID.randomUUID(), true, Locale.ENGLISH, null);

    private static final Table<Record> DEAL = Tables.of("deal", "d");
    private static final Table<Record> ACCOUNT = Tables.of("account", "a");
    private static final Table<Record> PLAIN = table(name("deal"));
    private static final Field<UUID> TENANT = field(name("tenant_id"), SQLDataType.UUID);
    private static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    private static final Field<UUID> ACCOUNT_ID = Tables.uuid("d", "account_id");

    /** Nothing is asked of the database that comes this far. */
    private final DSLContext sql = DSL.using(new DefaultConfiguration()
            .set(new MockConnection(context -> new MockResult[] {new MockResult(1)}))
            .set(SQLDialect.POSTGRES)
            .set(new TenantGuard(Set.of("tenant"), Set.of("machine_or_course")))
            .set(new TextRefusal()));

    private static Condition ours(String alias) {
        return Tables.uuid(alias, "tenant_id").eq(val(OURS));
    }

    private static Condition theirs(String alias) {
        return Tables.uuid(alias, "tenant_id").eq(val(THEIRS));
    }

    private static Condition joined() {
        return ACCOUNT_ID.eq(Tables.uuid("a", "id"));
    }

    @TestFactory
    Stream<DynamicTest> whatCouldTouchAnotherTenantIsRefused() {
        Map<String, Supplier<Query>> statements = Map.ofEntries(
                Map.entry("without a tenant", () -> selectFrom(DEAL)),
                Map.entry("of another tenant", () -> selectFrom(DEAL).where(theirs("d"))),
                Map.entry("of one or the other", () -> selectFrom(DEAL).where(ours("d").or(theirs("d")))),
                Map.entry("of ours or anything", () -> selectFrom(DEAL).where(ours("d").or(TITLE.isNull()))),
                Map.entry("of not ours", () -> selectFrom(DEAL).where(not(ours("d")))),
                Map.entry("of one of several", () -> selectFrom(DEAL).where(Tables.uuid("d", "tenant_id").in(OURS, THEIRS))),
                Map.entry("of other than theirs", () -> selectFrom(DEAL).where(Tables.uuid("d", "tenant_id").ne(val(THEIRS)))),
                Map.entry("of the tenant of a row", () -> selectFrom(DEAL).where(Tables.uuid("d", "tenant_id").eq(Tables.uuid("d", "tenant_id")))),
                Map.entry("ours by another alias", () -> selectFrom(DEAL).where(ours("a"))),
                Map.entry("joined to a table without a tenant", () -> selectFrom(DEAL.join(ACCOUNT).on(joined())).where(ours("d"))),
                Map.entry("joined to theirs", () -> selectFrom(DEAL.join(ACCOUNT).on(joined().and(theirs("a")))).where(ours("d"))),
                Map.entry("two tables, one fenced", () -> select().from(DEAL, ACCOUNT).where(ours("d"))),
                Map.entry("a query in a condition", () -> selectFrom(DEAL).where(ours("d")).and(exists(selectOne().from(ACCOUNT).where(joined())))),
                Map.entry("a query in a list", () -> selectFrom(DEAL).where(ours("d")).and(ACCOUNT_ID.in(select(Tables.uuid("a", "id")).from(ACCOUNT)))),
                Map.entry("a query in a column", () -> select(field(selectCount().from(ACCOUNT))).from(DEAL).where(ours("d"))),
                Map.entry("a query in from", () -> selectFrom(select(TITLE).from(DEAL).asTable("x"))),
                Map.entry("the second of a union", () -> select(TITLE).from(DEAL).where(ours("d")).union(select(TITLE).from(DEAL))),
                Map.entry("the first of a union", () -> select(TITLE).from(DEAL).unionAll(select(TITLE).from(DEAL).where(ours("d")))),
                Map.entry("a query with a name", () -> with("x").as(select(TITLE).from(DEAL)).select().from(table(name("tenant")))),
                Map.entry("update without a tenant", () -> update(DEAL).set(TITLE, "x")),
                Map.entry("update of theirs", () -> update(DEAL).set(TITLE, "x").where(theirs("d"))),
                Map.entry("update from a table without a tenant", () -> update(DEAL).set(TITLE, "x").from(ACCOUNT).where(ours("d"))),
                Map.entry("update to a value of theirs", () -> update(DEAL).set(TITLE, select(TITLE).from(ACCOUNT)).where(ours("d"))),
                Map.entry("delete without a tenant", () -> deleteFrom(DEAL)),
                Map.entry("delete of theirs", () -> deleteFrom(DEAL).where(theirs("d"))),
                Map.entry("delete by a table without a tenant", () -> deleteFrom(DEAL).using(ACCOUNT).where(ours("d"))),
                Map.entry("insert without a tenant", () -> insertInto(PLAIN).columns(TITLE).values("x")),
                Map.entry("insert for theirs", () -> insertInto(PLAIN).columns(TENANT, TITLE).values(THEIRS, "x")),
                Map.entry("insert of two rows, one theirs", () -> insertInto(PLAIN).columns(TENANT, TITLE).values(OURS, "x").values(THEIRS, "y")),
                Map.entry("insert of what is selected", () -> insertInto(PLAIN).columns(TENANT, TITLE).select(select(TENANT, TITLE).from(DEAL).where(ours("d")))),
                Map.entry("truncate", () -> DSL.truncate(PLAIN)),
                Map.entry("drop", () -> DSL.dropTable(PLAIN)),
                Map.entry("text", () -> DSL.query("delete from deal")));
        return statements.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertRefused(() -> run(each.getValue().get()))));
    }

    /** Where several objects share a table, whoever touches it says whose rows are meant. */
    @Test
    void ofATableThatObjectsShareOneIsNamed() {
        Table<Record> shared = Tables.of("machine_or_course", "s");
        Condition machines = Tables.uuid("s", "object_id").eq(val(THEIRS));

        assertRefused(() -> run(selectFrom(shared).where(ours("s"))));
        assertRefused(() -> run(selectFrom(shared).where(ours("s")).and(machines.or(TITLE.isNull()))));
        assertRefused(() -> run(update(shared).set(TITLE, "x").where(ours("s"))));
        assertRefused(() -> run(deleteFrom(shared).where(ours("s"))));
        assertRefused(() -> run(selectFrom(DEAL.join(shared).on(ours("s"))).where(ours("d"))));
        run(selectFrom(shared).where(ours("s")).and(machines));
        run(update(shared).set(TITLE, "x").where(ours("s")).and(machines));
    }

    @TestFactory
    Stream<DynamicTest> whatStaysInsideTheTenantPasses() {
        Map<String, Supplier<Query>> statements = Map.of(
                "ours", () -> selectFrom(DEAL).where(ours("d")),
                "ours and more", () -> selectFrom(DEAL).where(TITLE.isNull().or(TITLE.eq("x"))).and(ours("d")),
                "joined within", () -> selectFrom(DEAL.leftJoin(ACCOUNT).on(joined().and(ours("a")))).where(ours("d")),
                "a query within", () -> selectFrom(DEAL).where(ours("d")).and(exists(selectOne().from(ACCOUNT).where(ours("a")).and(joined()))),
                "a union within", () -> select(TITLE).from(DEAL).where(ours("d")).union(select(TITLE).from(ACCOUNT).where(ours("a"))),
                "a query in from", () -> select(count()).from(select(TITLE).from(DEAL).where(ours("d")).asTable("x")),
                "update", () -> update(DEAL).set(TITLE, "x").where(ours("d")),
                "delete", () -> deleteFrom(DEAL).where(ours("d")),
                "insert", () -> insertInto(PLAIN).columns(TENANT, TITLE).values(OURS, "x").values(OURS, "y"),
                "of nobody's table", () -> selectFrom(table(name("tenant"))));
        return statements.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertThatCode(() -> run(each.getValue().get())).doesNotThrowAnyException()));
    }

    private void run(Query statement) {
        CALLER.run(() -> sql.execute(statement));
    }

    /** jOOQ may put an exception of its own around the guard's. */
    private static void assertRefused(ThrowingCallable statement) {
        Throwable refused = catchThrowable(statement);
        assertThat(refused).isNotNull();
        assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).isInstanceOf(TenantGuardException.class);
    }

    @Test
    void withoutACallerNothingRuns() {
        assertThatThrownBy(() -> sql.execute(selectFrom(DEAL).where(ours("d")))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void textIsRefusedWhoeverRunsIt() {
        assertRefused(() -> CALLER.run(() -> sql.execute("delete from deal")));
    }

    @Test
    void whoSaysThatTheyPassTheFenceMay() {
        int rows = AcrossTenants.call("a test of the way past", () -> sql.execute(update(DEAL).set(TITLE, "x")));

        assertThat(rows).isEqualTo(1);
    }
}
