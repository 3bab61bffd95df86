package io.keyuan.engine.seal;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Era;
import io.keyuan.engine.sql.Snapshots;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was committed: every row of a transaction below the oldest that still runs, so that none is left out because it
 * was committed late. Nobody who writes waits for it.
 */
@Component
class Sealer {

    static final int ROWS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final DSLContext sql;
    private final Era era;
    private final Chain chain;
    private final SealStore seals;
    private final TrailRows rows;
    private final TransactionTemplate transaction;

    Sealer(DSLContext sql, Era era, Chain chain, SealStore seals, TrailRows rows, TransactionTemplate transaction) {
        this.sql = sql;
        this.era = era;
        this.chain = chain;
        this.seals = seals;
        this.rows = rows;
        this.transaction = transaction;
    }

    /**
     * Seals all that a tenant has to seal, unless another node is at it.
     *
     * @param stopping whether the rest has to wait
     */
    void seal(UUID tenant, BooleanSupplier stopping) {
        Caller.nobodyOf(tenant).unbounded().run(() -> {
            while (!stopping.getAsBoolean() && Boolean.TRUE.equals(transaction.execute(status -> sealBlock()))) {
                // There is another block.
            }
        });
    }

    /** @return whether there may be more */
    private boolean sealBlock() {
        Chain.End end = chain.take();
        if (end == null) {
            return false;
        }
        // Read once: both tables are to be read up to the same transaction.
        long settled = Objects.requireNonNull(sql.select(Snapshots.horizon(era.current())).fetchSingle().value1());
        List<SealedRow> block = new ArrayList<>();
        rows.between(end.place(), settled, ROWS, block::add);
        if (!block.isEmpty()) {
            Seal seal = Seal.of(end, block, OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
            seals.insert(seal);
            chain.moveTo(seal);
            tell(seal);
        }
        return block.size() == ROWS;
    }

    /** Now and then the log is told, which whoever changes the database may not think of. */
    private void tell(Seal seal) {
        boolean round = seal.number() == 1 || seal.number() % 1_000 == 0;
        if (round) {
            LOG.info("The trail of {} is sealed up to block {}: {}", Caller.current().tenant(), seal.number(), seal.name());
        } else {
            LOG.debug("The trail of {} is sealed up to block {}: {}", Caller.current().tenant(), seal.number(), seal.name());
        }
    }
}
