package io.keyuan.engine.expression;

import static io.keyuan.engine.sample.Deal.DEAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.query.QueryParts;
import io.keyuan.engine.sample.SampleDatabase;
import io.keyuan.engine.sample.SampleWorld;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexes that serve lists serve filters too. */
class IndexesOfExpressionsTest {

    private static final SampleWorld WORLD = new SampleWorld();
    private static final SampleDatabase DATABASE = new SampleDatabase();
    private static final Expressions EXPRESSIONS = new Expressions(new Surroundings(
            SampleWorld.TYPES, WORLD, QueryParts.now(QueryParts.visibility(WORLD, SampleWorld.TYPES)), WORLD, WORLD, person -> Set.of(), (type, ids) -> Map.of()));

    @BeforeAll
    static void index() throws Exception {
        for (Attribute<?> attribute : DEAL.attributes()) {
            if (attribute.isSortable()) {
                DATABASE.execute("create index on deal (tenant_id, (" + sorted(attribute) + "), id)");
            }
        }
        DATABASE.execute("""
                insert into deal (tenant_id, id, version, created_at, updated_at, title, title_key, label, label_key,
                    pieces, amount, amount_currency, amount_base, closing, seen_at, account_id)
                select '%s', gen_random_uuid(), 1, at, at, 't' || i, 'T' || i, 'l' || i, 'L' || i,
                    i, i, 'CNY', i, at, at, gen_random_uuid()
                from generate_series(1, 5000) i, lateral (select timestamptz '2017-01-01' + i * interval '1 day') as t(at)
                """.formatted(WORLD.tenant));
        DATABASE.execute("analyze deal");
        DATABASE.execute("set enable_seqscan = off");
    }

    private static String sorted(Attribute<?> attribute) {
        Column column = Sorting.column(attribute);
        return Sorting.isNullable(attribute) ? "coalesce(" + column.name() + ", " + column.lowest() + ")" : column.name();
    }

    private static String plan(String expression) throws Exception {
        String sql = WORLD.caller().call(() -> DATABASE.sql()
                .select(Tables.uuid("d", "id"))
                .from(Tables.of(DEAL, "d"))
                .where(Tables.ofTenant("d"), EXPRESSIONS.condition(DEAL, "d", expression))
                .getSQL(ParamType.INLINED));
        try (var statement = DATABASE.connection().createStatement(); var lines = statement.executeQuery("explain " + sql)) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static String indexCondition(String plan) {
        return plan.lines().filter(line -> line.contains("Index Cond")).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "amount >= 4990", "amount < 10", "amount == 1000", "pieces > 4990", "pieces in [1, 2]", "closing >= date('2030-08-01')",
        "closing <= '2017-01-20'", "closing == '2018-01-01'", "seenAt < timestamp('2017-01-20T00:00:00Z')",
        "seenAt == date('2017-03-01')", "title == 't7'", "title >= 't999'", "label == 'l7'", "label in ['l7', 'l8']",
        "createdAt >= date('2030-08-01')", "site.province == '440000'", "site.city in ['440300', '440100']", "site.city == '110000'", "site.country == 'US'",
        "site.city == 'Springfield'",
    })
    void comparisonsAreServedByTheIndexOfTheOrder(String expression) throws Exception {
        String column = Sorting.column(attribute(expression)).name();
        assertThat(indexCondition(plan(expression))).contains(column);
    }

    private static Attribute<?> attribute(String expression) {
        Attribute<?> attribute = DEAL.find(expression.split("[ .]", 2)[0]);
        assertThat(attribute).isNotNull();
        return Objects.requireNonNull(attribute);
    }

    @Test
    void whatIsNotEqualIsServedByNone() throws Exception {
        assertThat(indexCondition(plan("amount != 1000"))).doesNotContain("amount_base");
    }

    @Test
    void aRecordThatIsPointedToIsFoundByItsKey() throws Exception {
        assertThat(plan("account.region == 'a'")).contains("account_pkey").contains("Join").doesNotContain("SubPlan");
        assertThat(plan("account.region != 'a'")).contains("Anti Join");
    }
}
