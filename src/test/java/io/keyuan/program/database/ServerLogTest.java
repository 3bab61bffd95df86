package io.keyuan.program.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void theReasonIsTheLastSeriousMessage() {
        assertThat(ServerLog.complaint("""
                2026-11-22 09:27:13.773 UTC [12] LOG:  starting PostgreSQL
                2026-11-22 09:27:13.780 UTC [12] FATAL:  could not write lock file: No space left on device
                2026-11-22 09:27:13.781 UTC [12] LOG:  database system is shut down
                """)).isEqualTo("could not write lock file: No space left on device");
    }

    @Test
    void withoutASeriousMessageItIsTheLastLine() {
        assertThat(ServerLog.complaint("setpriv: permission denied\n")).isEqualTo("setpriv: permission denied");
        assertThat(ServerLog.complaint("")).isEqualTo("it gave no reason");
    }
}
