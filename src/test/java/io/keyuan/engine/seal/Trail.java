package io.keyuan.engine.seal;

import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Languages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of a company of its own, with a hand that may change it past the program. */
final class Trail {

    private static final RunningProgram PROGRAM = RunningProgram.get();

    private final TestTenant company = RunningProgram.freshTenant();

    UUID tenant() {
        return company.id();
    }

    TestTenant company() {
        return company;
    }

    /** Makes records, which leaves as many rows in the trail. */
    void create(int records) {
        for (int i = 0; i < records; i++) {
            company.administrator().post("/api/v1/customers", Map.of("name", "远山科技 " + i)).expect(201);
        }
    }

    Caller caller() {
        UUID person = UUID.fromString(company.administrator().person());
        return Objects.requireNonNull(PROGRAM.bean(Callers.class).of(tenant(), person, Locale.ENGLISH));
    }

    void seal() {
        PROGRAM.bean(Sealer.class).seal(tenant(), () -> false);
    }

    Walk verify() {
        return verify(null);
    }

    Walk verify(@Nullable String since) {
        var transaction = PROGRAM.bean(TransactionTemplate.class);
        var verifier = PROGRAM.bean(Verifier.class);
        return as(() -> {
            Walk walk = Walk.beginning(tenant());
            while (!walk.over()) {
                Walk from = walk;
                walk = Objects.requireNonNull(transaction.execute(status -> verifier.step(from, 7, since)));
            }
            return walk;
        });
    }

    private <T> T as(Callable<T> work) {
        try {
            return new Caller(tenant(), new UUID(0, 0), true, Languages.ENGLISH, null).call(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param sql with {@code {t}} for the condition that rows are this company's */
    int execute(String sql) {
        try (Connection connection = PROGRAM.database().connect(); var statement = connection.createStatement()) {
            return statement.executeUpdate(told(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String sql) {
        try (Connection connection = PROGRAM.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(told(sql))) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String told(String sql) {
        return sql.replace("{t}", "tenant_id = '" + tenant() + "'").replace("{tenant}", "'" + tenant() + "'");
    }

    static Connection connect() throws SQLException {
        return PROGRAM.database().connect();
    }
}
