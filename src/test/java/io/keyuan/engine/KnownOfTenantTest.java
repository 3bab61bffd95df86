package io.keyuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** What a transaction has changed is its own until it ends. */
class KnownOfTenantTest {

    private static final UUID TENANT = Ids.next();

    private final KnownOfTenant<String> known = new KnownOfTenant<>(Duration.ofHours(1));

    @BeforeEach
    void begin() {
        assertThat(known.get(TENANT, () -> "before")).isEqualTo("before");
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void clear() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            end(TransactionSynchronization.STATUS_ROLLED_BACK);
        }
    }

    private static void end(int status) {
        TransactionSynchronizationUtils.triggerAfterCompletion(status);
        TransactionSynchronizationManager.clearSynchronization();
    }

    private String elsewhere(Supplier<String> source) {
        return CompletableFuture.supplyAsync(() -> known.get(TENANT, source)).join();
    }

    private static String never() {
        throw new AssertionError("it is known");
    }

    @Test
    void itReadsItsOwnAndOthersReadWhatIsThere() {
        assertThat(known.get(TENANT, KnownOfTenantTest::never)).isEqualTo("before");
        known.changed(TENANT);

        assertThat(known.get(TENANT, () -> "within")).isEqualTo("within");
        assertThat(elsewhere(() -> "before")).isEqualTo("before");
        assertThat(known.get(TENANT, KnownOfTenantTest::never)).isEqualTo("within");
        known.changed(TENANT);
        assertThat(known.get(TENANT, () -> "within again")).isEqualTo("within again");
    }

    @Test
    void whenItHasEndedAllIsReadAnew() {
        known.changed(TENANT);
        assertThat(known.get(TENANT, () -> "within")).isEqualTo("within");
        // Read before the end, kept until the end and no longer.
        assertThat(elsewhere(() -> "before")).isEqualTo("before");

        end(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(elsewhere(() -> "after")).isEqualTo("after");
        assertThat(known.get(TENANT, KnownOfTenantTest::never)).isEqualTo("after");
    }

    @Test
    void whatIsGivenUpIsNeverRemembered() {
        known.changed(TENANT);
        assertThat(known.get(TENANT, () -> "within")).isEqualTo("within");

        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.savepointRollback(new Object()));
        assertThat(known.get(TENANT, () -> "before the savepoint")).isEqualTo("before the savepoint");
        end(TransactionSynchronization.STATUS_ROLLED_BACK);

        assertThat(known.get(TENANT, () -> "before")).isEqualTo("before");
    }

    @Test
    void anotherTransactionInBetweenKnowsNothingOfIt() {
        known.changed(TENANT);
        assertThat(known.get(TENANT, () -> "within")).isEqualTo("within");
        var suspended = TransactionSynchronizationManager.getSynchronizations();

        suspended.forEach(TransactionSynchronization::suspend);
        TransactionSynchronizationManager.clearSynchronization();
        assertThat(known.get(TENANT, () -> "before")).isEqualTo("before");
        TransactionSynchronizationManager.initSynchronization();
        suspended.forEach(each -> {
            each.resume();
            TransactionSynchronizationManager.registerSynchronization(each);
        });

        assertThat(known.get(TENANT, KnownOfTenantTest::never)).isEqualTo("within");
    }

    @Test
    void otherTenantsGoOn() {
        UUID other = Ids.next();
        assertThat(known.get(other, () -> "theirs")).isEqualTo("theirs");

        known.changed(TENANT);

        assertThat(known.get(other, KnownOfTenantTest::never)).isEqualTo("theirs");
    }
}
