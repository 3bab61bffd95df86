package io.keyuan.engine.jobs;

import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL soon knows of what a company has brought at once. */
class StatisticsUpkeepTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final int BROUGHT = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aCompanyThatHasComeIntoTablesOfOthersIsNotTakenForEmpty() throws SQLException {
        try (Connection connection = RunningProgram.get().database().connect()) {
            int before = lookedAt(connection);
            TENANT.administrator().post("/api/v1/customers/batch", Map.of("create", IntStream.range(0, BROUGHT)
                    .mapToObj(number -> Map.of("name", "天穹精密 " + number, "kind", "company", "city", "南京"))
                    .toList())).expect(200);

            // PostgreSQL's own look would not be counted.
            await().atMost(PATIENCE).until(() -> lookedAt(connection) > before && believed(connection) > BROUGHT / 2);
        }
    }

    private static int lookedAt(Connection connection) throws SQLException {
        return Integer.parseInt(text(connection, "select analyze_count from pg_stat_user_tables where relname = 'customer'"));
    }

    /** How many customers of the company PostgreSQL believes there to be. */
    private static double believed(Connection connection) throws SQLException {
        String plan = text(connection, "explain (format json) select from customer where tenant_id = '%s'".formatted(TENANT.id()));
        return new JsonMapper().readTree(plan).at("/0/Plan/Plan Rows").asDouble();
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
