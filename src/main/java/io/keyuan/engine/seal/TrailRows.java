package io.keyuan.engine.seal;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.seal.SealedRow.Place;
import io.keyuan.engine.sql.Tables;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads both tables as one, in the order in which they are sealed. Never more than a few rows are in memory. */
@Component
class TrailRows {

    private static final int FETCHED = 100;

    private final DSLContext sql;

    TrailRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Rows after a place whose position is below an end; within the current transaction. */
    void between(Place after, long end, int limit, Consumer<SealedRow> taker) {
        read(isAfter(after).and(TrailTable.POSITION.lt(end)), limit, taker);
    }

    /** Rows after a place up to another, that one included. */
    void between(Place after, Place to, int limit, Consumer<SealedRow> taker) {
        read(isAfter(after).and(row(TrailTable.POSITION, TrailTable.ID).le(row(val(to.position()), val(to.id())))), limit, taker);
    }

    static Condition isAfter(Place place) {
        return row(TrailTable.POSITION, TrailTable.ID).gt(row(val(place.position()), val(place.id())));
    }

    private void read(Condition which, int limit, Consumer<SealedRow> taker) {
        try (var changes = open(TrailTable.CHANGES, which, limit); var events = open(TrailTable.EVENTS, which, limit)) {
            for (int taken = 0; taken < limit; taken++) {
                Source next = first(changes, events);
                if (next.head() == null) {
                    return;
                }
                taker.accept(next.take());
            }
        }
    }

    private static Source first(Source one, Source other) {
        Comparator<SealedRow> order = Comparator.nullsLast(SealedRow.ORDER);
        return order.compare(one.head(), other.head()) <= 0 ? one : other;
    }

    private Source open(TrailTable table, Condition which, int limit) {
        return new Source(table, sql.select(table.fields())
                .from(table.table())
                .where(Tables.ofTenant("t"))
                .and(which)
                .orderBy(TrailTable.POSITION, TrailTable.ID)
                .limit(limit)
                .fetchSize(FETCHED)
                .fetchLazy());
    }

    /** The rows of one table that are still to come. */
    private static final class Source implements AutoCloseable {

        private final TrailTable table;
        private final Cursor<? extends Record> cursor;
        private @Nullable SealedRow head;

        Source(TrailTable table, Cursor<? extends Record> cursor) {
            this.table = table;
            this.cursor = cursor;
            advance();
        }

        @Nullable SealedRow head() {
            return head;
        }

        SealedRow take() {
            SealedRow taken = java.util.Objects.requireNonNull(head);
            advance();
            return taken;
        }

        private void advance() {
            Record row = cursor.fetchNext();
            head = row == null ? null : table.sealed(row);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
