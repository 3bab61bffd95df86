package io.keyuan.engine.api;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.engine.sql.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates a record once for a key, however often the request comes: a second one waits for the first by the key's row, and
 * gets the record the first one made.
 */
@Component
public class Creations implements Passing {

    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(24);

    /** Long enough that no key goes while somebody still counts on it. */
    private static final Duration STORED = KEPT.multipliedBy(2);

    private final Records records;
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;

    Creations(Records records, DSLContext sql, TransactionTemplate transaction, JsonMapper mapper) {
        this.records = records;
        this.sql = sql;
        this.transaction = transaction;
        this.mapper = mapper;
    }

    /** @return the record made now, or then */
    Row create(Draft draft, @Nullable String key) {
        ObjectType type = draft.type();
        return once(
                type.name() + mapper.writeValueAsString(draft.input()), key, draft.id(),
                () -> records.saved(records.save(new Batch(type, List.of(draft))).drafts().getFirst()),
                earlier -> records.get(type, earlier));
    }

    /**
     * @param content what is asked for, which must be the same for the same key
     * @param id of what is made
     * @param create makes it
     * @param find reads what was made then, by its id
     * @return what was made now, or then
     */
    public <T> T once(String content, @Nullable String key, UUID id, Supplier<T> create, Function<UUID, T> find) {
        if (key == null) {
            return create.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("Idempotency-Key", "too-long", LONGEST_KEY, key.length()));
        }
        byte[] hash = hash(content);
        return Objects.requireNonNull(transaction.execute(status -> {
            forget(key);
            return claim(key, hash, id) ? create.get() : find.apply(earlier(key, hash));
        }));
    }

    private UUID earlier(String key, byte[] hash) {
        var earlier = Objects.requireNonNull(sql.select(field(name("request_hash"), SQLDataType.BLOB), Tables.uuid("i", "record_id"))
                .from(Tables.of("idempotency", "i"))
                .where(Tables.ofTenant("i"))
                .and(Tables.uuid("i", "person_id").eq(Caller.current().person()))
                .and(Tables.text("i", "key").eq(key))
                .fetchOne());
        if (!Arrays.equals(hash, earlier.value1())) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.at("Idempotency-Key", "key-reused"));
        }
        return earlier.value2();
    }

    private void forget(String key) {
        sql.deleteFrom(Tables.of("idempotency", "i"))
                .where(Tables.ofTenant("i"))
                .and(Tables.uuid("i", "person_id").eq(Caller.current().person()))
                .and(Tables.text("i", "key").eq(key))
                .and(Tables.time("i", "at").lt(Tables.bound(Instant.now().minus(KEPT))))
                .execute();
    }

    private boolean claim(String key, byte[] hash, UUID id) {
        Caller caller = Caller.current();
        int claimed = sql.insertInto(table(name("idempotency")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("person_id"), SQLDataType.UUID),
                        field(name("key"), SQLDataType.CLOB),
                        field(name("request_hash"), SQLDataType.BLOB),
                        field(name("record_id"), SQLDataType.UUID),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(caller.tenant(), caller.person(), key, hash, id, Tables.bound(Instant.now()))
                .onConflictDoNothing()
                .execute();
        return claimed == 1;
    }

    @Override
    public Rows passing() {
        var key = List.<Field<?>>of(Tables.uuid("i", "tenant_id"), Tables.uuid("i", "person_id"), Tables.text("i", "key"));
        return new Rows(Tables.of("idempotency", "i"), key, Tables.time("i", "at"), STORED);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
