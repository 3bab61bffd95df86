package io.keyuan.engine.imports;

import io.keyuan.RunningProgram;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company that one test has for itself, and a look into its tables. */
final class Company {

    private static final JdbcTemplate JDBC = new JdbcTemplate(TestDatabase.dataSource(RunningProgram.get().database()));

    private final TestTenant tenant = RunningProgram.freshTenant();

    Importer importer() {
        return importer("en");
    }

    /** @param language in which the administrator wants to be told */
    Importer importer(String language) {
        return new Importer(tenant.administrator().with("Accept-Language", language));
    }

    /** Somebody who is no administrator. */
    Importer colleague(String login) {
        return new Importer(tenant.person(login).with("Accept-Language", "en"));
    }

    /** Under which the administrator signs in. */
    String login() {
        return "admin-" + tenant.slug();
    }

    /** The first column; {@code {t}} stands for the condition that a row is this company's. */
    List<String> column(String sql) {
        return JDBC.queryForList(own(sql), String.class);
    }

    /** The only row. */
    List<Object> row(String sql) {
        return Collections.unmodifiableList(new ArrayList<>(JDBC.queryForMap(own(sql)).values()));
    }

    List<List<Object>> rows(String sql) {
        return JDBC.queryForList(own(sql)).stream().<List<Object>>map(row -> new ArrayList<>(row.values())).toList();
    }

    /** Changes rows past the program. */
    void change(String sql) {
        JDBC.update(own(sql));
    }

    /** The same, seen by nobody and waited for by whoever wants these rows, until it is committed. */
    Uncommitted begin(String sql) {
        return Uncommitted.begin(TestDatabase.dataSource(RunningProgram.get().database()), own(sql));
    }

    private String own(String sql) {
        return sql.replace("{t}", "tenant_id = '" + tenant.id() + "'");
    }
}
