package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void everyTestGetsADatabaseOfItsOwn() throws Exception {
        var first = TestDatabase.create();
        var second = TestDatabase.empty();

        try (var connection = first.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here ()");
        }

        assertThat(first).isNotEqualTo(second);
        try (var connection = second.connect();
                var found = connection.getMetaData().getTables(null, null, "only_here", null)) {
            assertThat(found.next()).isFalse();
        }
    }
}
