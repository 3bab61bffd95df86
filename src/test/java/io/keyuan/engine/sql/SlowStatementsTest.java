package io.keyuan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowStatementsTest {

    @Test
    void theShapeOfAStatementHoldsNothingOfAnybody() {
        assertThat(SlowStatements.shape("""
                        select "t"."name" from "customer" as "t"
                        where "t"."phone" = '13800138000' and "t"."name" = 'O''Hara' and "t"."amount" > 1234.50 limit 51"""))
                .isEqualTo("select \"t\".\"name\" from \"customer\" as \"t\""
                        + " where \"t\".\"phone\" = ? and \"t\".\"name\" = ? and \"t\".\"amount\" > ? limit ?");
    }

    @Test
    void longListsAreShort() {
        assertThat(SlowStatements.shape("select 1 from a1 where id in (?, ?, ?, ?)")).isEqualTo("select ? from a1 where id in (?, …)");
    }

    @Test
    void thousandsOfIdsInALiteralAreNoTrouble() {
        String ids = "0193f0aa-0000-7000-8000-000000000000,".repeat(3_000);
        assertThat(SlowStatements.shape("select 1 from a1 where id = any (cast('{" + ids + "}' as uuid[]))"))
                .isEqualTo("select ? from a1 where id = any (cast(? as uuid[]))");
    }
}
