package io.keyuan.engine.seal;

import io.keyuan.engine.Era;
import io.keyuan.engine.seal.SealedRow.Place;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what is in the trail against the chain, a few blocks at a time, in the current transaction. */
@Component
class Verifier {

    private final DSLContext sql;
    private final Era era;
    private final Chain chain;
    private final SealStore seals;
    private final TrailRows rows;
    private final Erasures erasures;

    Verifier(DSLContext sql, Era era, Chain chain, SealStore seals, TrailRows rows, Erasures erasures) {
        this.sql = sql;
        this.era = era;
        this.chain = chain;
        this.seals = seals;
        this.rows = rows;
        this.erasures = erasures;
    }

    /** @param wanted a hash that has to be one of the chain's; null where none was noted */
    Walk step(Walk walk, int blocks, @Nullable String wanted) {
        Chain.End end = chain.look();
        List<Seal> next = seals.from(walk.number() + 1, blocks);
        Walk now = walk;
        for (Seal seal : next) {
            now = now.finding() == null ? past(now, seal, wanted) : now;
        }
        return next.isEmpty() ? atEnd(now, end, wanted) : now;
    }

    private Walk past(Walk walk, Seal seal, @Nullable String wanted) {
        if (seal.number() != walk.number() + 1) {
            return walk.found(Finding.ofBlock("block-missing", walk.number() + 1));
        }
        if (!seal.isWhole() || !walk.goesOnWith(seal)) {
            return walk.found(Finding.ofBlock("block-changed", seal.number()));
        }
        Map<UUID, SealedRow> there = new LinkedHashMap<>();
        rows.between(walk.place(), seal.to(), seal.ids().size() + 1, row -> there.put(row.id(), row));
        Finding wrong = wrong(seal, there);
        if (wrong != null) {
            return walk.found(wrong);
        }
        List<UUID> missing = seal.ids().stream().filter(id -> !there.containsKey(id)).toList();
        Set<UUID> erased = erasures.among(missing);
        return missing.stream().filter(id -> !erased.contains(id)).findFirst()
                .map(id -> walk.found(new Finding("row-missing", seal.number(), null, id)))
                .orElseGet(() -> walk.past(seal, missing.size(), wanted));
    }

    private static @Nullable Finding wrong(Seal seal, Map<UUID, SealedRow> there) {
        Set<UUID> sealed = new HashSet<>(seal.ids());
        for (SealedRow row : there.values()) {
            if (!sealed.contains(row.id())) {
                return new Finding("row-inserted", seal.number(), row.table(), row.id());
            }
        }
        for (int i = 0; i < seal.ids().size(); i++) {
            SealedRow row = there.get(seal.ids().get(i));
            if (row != null && !Arrays.equals(row.hash(), seal.hashOfRow(i))) {
                return new Finding("row-changed", seal.number(), row.table(), row.id());
            }
        }
        return null;
    }

    private Walk atEnd(Walk walk, Chain.End end, @Nullable String wanted) {
        if (!walk.endsAt(end)) {
            return walk.found(Finding.ofBlock("end-missing", walk.number() + 1));
        }
        Finding future = fromTheFuture();
        if (future != null) {
            return walk.found(future);
        }
        if (!erasures.areAccountedFor()) {
            return walk.found(Finding.ofBlock("erasure-unaccounted", 0));
        }
        if (wanted != null && !walk.known()) {
            return walk.found(Finding.ofBlock("hash-unknown", 0));
        }
        return walk.ended(unsealed(end.place(), TrailTable.CHANGES) + unsealed(end.place(), TrailTable.EVENTS));
    }

    /** A row of a transaction that has not begun yet was written by nobody but whoever made up its number. */
    private @Nullable Finding fromTheFuture() {
        for (TrailTable table : TrailTable.values()) {
            // The same statement tells which transactions there are and which rows, or one that begins in between would look invented.
            UUID row = sql.select(TrailTable.ID)
                    .from(table.table())
                    .where(Tables.ofTenant("t"))
                    .and(TrailTable.POSITION.ge(Snapshots.next(era.current())))
                    .limit(1)
                    .fetchOne(TrailTable.ID);
            if (row != null) {
                return new Finding("row-inserted", 0, table.stored(), row);
            }
        }
        return null;
    }

    private long unsealed(Place end, TrailTable table) {
        return sql.selectCount().from(table.table()).where(Tables.ofTenant("t")).and(TrailRows.isAfter(end)).fetchSingle().value1();
    }
}
