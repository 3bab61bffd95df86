package io.keyuan.identity.signin;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of attempts, each changed by one node at a time. */
@Repository
class AttemptStore {

    private static final Table<Record> ATTEMPT = table(name("sign_in_attempt"));
    private static final Field<byte[]> KEY = field(name("key"), SQLDataType.BLOB);
    private static final Field<Double> LEVEL = field(name("level"), SQLDataType.DOUBLE);
    private static final Field<OffsetDateTime> COUNTED = field(name("counted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> OPENS = field(name("opens_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> FORGOTTEN = field(name("forgotten_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final TransactionTemplate transaction;

    AttemptStore(DSLContext sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * @param remembered how long the count matters from now on
     * @param change makes the new count of the present one
     * @return the count before
     */
    Attempts.Count change(SecretHash key, Instant now, Duration remembered, UnaryOperator<Attempts.Count> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // A row to lock must be there, or two nodes would each begin at none.
            boolean unknown = sql.insertInto(ATTEMPT, KEY, LEVEL, COUNTED, OPENS, FORGOTTEN)
                            .values(key.bytes(), 0d, utc(now), utc(now), utc(now))
                            .onConflictDoNothing()
                            .execute() == 1;
            Attempts.Count before = locked(key);
            Attempts.Count after = change.apply(before);
            if (!after.equals(before)) {
                store(key, after, now.plus(remembered));
            }
            if (unknown) {
                sql.deleteFrom(ATTEMPT).where(FORGOTTEN.lt(utc(now))).execute();
            }
            return before;
        }));
    }

    void clear(SecretHash key) {
        sql.deleteFrom(ATTEMPT).where(KEY.eq(key.bytes())).execute();
    }

    private Attempts.Count locked(SecretHash key) {
        return sql.select(LEVEL, COUNTED, OPENS)
                .from(ATTEMPT)
                .where(KEY.eq(key.bytes()))
                .forUpdate()
                .fetchSingle(row -> new Attempts.Count(row.value1(), row.value2().toInstant(), row.value3().toInstant()));
    }

    private void store(SecretHash key, Attempts.Count count, Instant forgotten) {
        sql.update(ATTEMPT)
                .set(LEVEL, count.level())
                .set(COUNTED, utc(count.counted()))
                .set(OPENS, utc(count.opens()))
                .set(FORGOTTEN, utc(forgotten))
                .where(KEY.eq(key.bytes()))
                .execute();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
