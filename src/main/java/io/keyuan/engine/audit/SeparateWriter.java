package io.keyuan.engine.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes events of any tenants in a transaction of their own. */
@Component
class SeparateWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SeparateWriter.class);

    private final EventWriter writer;
    private final TransactionTemplate transaction;

    SeparateWriter(EventWriter writer, PlatformTransactionManager transactions) {
        this.writer = writer;
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** All of them or, where the database is in trouble, none; one that it will never take goes to the program's log. */
    void write(List<Entry> entries) {
        try {
            transaction.executeWithoutResult(status -> byTenant(entries).values().forEach(this::writeOfOne));
        } catch (NonTransientDataAccessException refused) {
            if (refused instanceof NonTransientDataAccessResourceException) {
                throw refused;
            }
            writeApart(entries, refused);
        }
    }

    private static Map<UUID, List<Entry>> byTenant(List<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(entry -> entry.caller().tenant()));
    }

    private void writeOfOne(List<Entry> entries) {
        entries.getFirst().caller().run(() -> writer.write(entries));
    }

    /** One must not keep the others from being written for ever: halves are tried until that one stands alone. */
    private void writeApart(List<Entry> entries, NonTransientDataAccessException refused) {
        if (entries.size() == 1) {
            Entry lost = entries.getFirst();
            LOG.error("The database does not take an event: {} by {} at {}", lost.event().kind(), lost.actor(), lost.at(), refused);
            return;
        }
        int half = entries.size() / 2;
        write(entries.subList(0, half));
        write(entries.subList(half, entries.size()));
    }
}
