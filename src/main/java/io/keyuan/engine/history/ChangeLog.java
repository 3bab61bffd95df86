package io.keyuan.engine.history;

import io.keyuan.engine.Era;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The log of changes for those who read it behind the writers, each from where they have come to; of the current caller's company. */
@Repository
public class ChangeLog {

    private static final Field<UUID[]> IDS = DSL.field(DSL.name("c", "ids"), SQLDataType.UUID.array());

    private final DSLContext sql;
    private final Era era;

    ChangeLog(DSLContext sql, Era era) {
        this.sql = sql;
        this.era = era;
    }

    /** Up to where it was read. */
    public record Position(long transaction, long sequence) {}

    /**
     * What one transaction did to some records.
     *
     * @param object the name in code
     */
    public record Entry(Position position, String object, String action, Instant at, UUID actor, List<UUID> ids) {}

    /** The next ones, of transactions of which no more can come. */
    public List<Entry> after(Position position, int limit) {
        return sql.select(
                        Snapshots.transaction(), Tables.number("c", "sequence"), Tables.text("c", "object"), Tables.text("c", "action"),
                        Tables.time("c", "at"), Tables.uuid("c", "actor"), IDS)
                .from(Tables.of("change_log", "c"))
                .where(Tables.ofTenant("c"))
                .and(Snapshots.settled(era.current()))
                .and(Snapshots.after(position.transaction(), position.sequence()))
                .orderBy(Snapshots.order(), Tables.number("c", "sequence"))
                .limit(limit)
                .fetch(ChangeLog::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                new Position(Long.parseLong(row.get(Snapshots.transaction())), row.get(Tables.number("c", "sequence"))),
                row.get(Tables.text("c", "object")), row.get(Tables.text("c", "action")), row.get(Tables.time("c", "at")).toInstant(),
                row.get(Tables.uuid("c", "actor")), List.of(Objects.requireNonNull(row.get(IDS))));
    }

    /** Before whatever begins from now on. */
    public Position now() {
        return before(sql.select(Snapshots.next(era.current())).fetchSingle().value1());
    }

    /** Before whatever is still underway: nothing that is not to be seen yet lies behind it. */
    public Position settled() {
        return before(sql.select(Snapshots.horizon(era.current())).fetchSingle().value1());
    }

    private static Position before(long transaction) {
        return new Position(transaction - 1, Long.MAX_VALUE);
    }
}
