package io.keyuan.program.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyuan.TestDatabase;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is wrong with a database of somebody else's is told in one sentence that also says what to do. */
class DatabaseRequirementsTest {

    @Test
    void anEmptyDatabaseAndOneOfOursWillDo() {
        assertThatCode(() -> DatabaseUrl.checked(TestDatabase.empty())).doesNotThrowAnyException();
        assertThatCode(() -> DatabaseUrl.checked(TestDatabase.create())).doesNotThrowAnyException();
    }

    @Test
    void theUserHasToBeAllowedToCreateTables() throws Exception {
        DatabaseAddress database = with("revoke create on schema public from public, pg_database_owner");

        assertThat(refusal(database)).contains("does not let the user", "create tables in the schema public", "GRANT CREATE");
    }

    @Test
    void thereHasToBeASchema() throws Exception {
        assertThat(refusal(withSetting("search_path", "'nowhere'"))).contains("has no schema", "CREATE SCHEMA");
    }

    @Test
    void itHasToBeWritable() throws Exception {
        assertThat(refusal(withSetting("default_transaction_read_only", "on"))).contains("can only be read", "primary");
    }

    @Test
    void anotherEncodingCannotHoldWhatPeopleWrite() {
        assertThat(refusal(TestDatabase.empty("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'"))).contains("encoding SQL_ASCII", "ENCODING 'UTF8'");
    }

    @Test
    void tablesOfAnotherProgramAreLeftAlone() throws Exception {
        assertThat(refusal(with("create table wp_posts (id int)"))).contains("not Keyuan's", "wp_posts", "empty database");
    }

    @Test
    void fewConnectionsAreTooFew() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        with(database, "alter database " + name(database) + " connection limit 7");

        assertThat(refusal(database)).contains("allows 7 connections", "needs 20", "CONNECTION LIMIT");
    }

    @Test
    void whatANewerReleaseHasChangedAnOlderOneDoesNotTouch() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        with(database, "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " values (9999, '29991231.000', 'tomorrow', 'SQL', 'V29991231_000__tomorrow.sql', 'x', 1, true)");

        assertThat(refusal(database)).contains("newer Keyuan (29991231.000)");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/keyuan", "keyuan", "secret");

        assertThat(refusal(nobody)).contains("cannot be reached at jdbc:postgresql://127.0.0.1:1/keyuan").doesNotContain("secret");
    }

    @Test
    void aWrongNameOfTheDatabaseIsNamed() {
        DatabaseAddress database = TestDatabase.empty();
        var missing = new DatabaseAddress(database.url().replace(name(database), "no_such_database"), database.user(), database.password());

        assertThat(refusal(missing)).contains("is not there", "no_such_database", "CREATE DATABASE");
    }

    private static String refusal(DatabaseAddress database) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> DatabaseUrl.checked(database));
        assertThat(refusal.code()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(refusal.sentence()).doesNotContain("\n").endsWith(".");
        return refusal.sentence();
    }

    private static DatabaseAddress with(String statement) throws SQLException {
        DatabaseAddress database = TestDatabase.empty();
        with(database, statement);
        return database;
    }

    private static DatabaseAddress withSetting(String setting, String value) throws SQLException {
        DatabaseAddress database = TestDatabase.empty();
        with(database, "alter database " + name(database) + " set " + setting + " = " + value);
        return database;
    }

    private static void with(DatabaseAddress database, String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String name(DatabaseAddress database) {
        return database.url().replaceFirst(".*/", "").replaceFirst("[?].*", "");
    }
}
