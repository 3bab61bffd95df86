package io.keyuan.engine.file;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the database knows of stored contents. A content is announced before its bytes are kept, so that none is there of which nothing
 * is known, and whoever clears away what nobody refers to any more holds its row meanwhile, so that whoever brings the same bytes again
 * waits and then keeps them anew.
 */
@Component
class StoredContents {

    private static final Table<Record> CONTENT = Tables.of("file_content", "c");
    private static final Field<UUID> TENANT = Tables.uuid("c", "tenant_id");
    private static final Field<String> HASH = Tables.text("c", "hash");

    private final DSLContext sql;
    private final ContentStore store;
    private final TransactionTemplate transaction;

    StoredContents(DSLContext sql, ContentStore store, TransactionTemplate transaction) {
        this.sql = sql;
        this.store = store;
        this.transaction = transaction;
    }

    /** Keeps a content; to be called outside of transactions, for it must be known of whatever becomes of the rest. */
    void keep(Incoming content) throws IOException {
        UUID tenant = Caller.current().tenant();
        sql.insertInto(table(name("file_content")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("hash"), SQLDataType.CLOB),
                        field(name("size"), SQLDataType.BIGINT), field(name("announced_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(tenant, content.hash(), content.size(), Tables.bound(Instant.now()))
                .onConflict(field(name("tenant_id")), field(name("hash")))
                .doUpdate()
                .set(field(name("announced_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .execute();
        store.keep(tenant, content);
    }

    /**
     * Takes away one content to which nothing refers.
     *
     * @param before when it was announced last: whoever has announced one since is about to refer to it
     * @return whether there may be another
     */
    boolean removeOne(Instant before) {
        return Boolean.TRUE.equals(transaction.execute(status -> AcrossTenants.call("what nobody refers to goes in all tenants alike", () -> {
            var unused = sql.select(TENANT, HASH)
                    .from(CONTENT)
                    .where(Tables.time("c", "announced_at").lt(Tables.bound(before)))
                    .and(notExists(selectOne()
                            .from(Tables.of("record_file_version", "v"))
                            .where(Tables.uuid("v", "tenant_id").eq(TENANT))
                            .and(Tables.text("v", "hash").eq(HASH))))
                    .and(notExists(selectOne()
                            .from(Tables.of("received_file", "w"))
                            .where(Tables.uuid("w", "tenant_id").eq(TENANT))
                            .and(Tables.text("w", "hash").eq(HASH))))
                    .limit(1)
                    .forUpdate()
                    .of(CONTENT)
                    .skipLocked()
                    .fetchOne();
            return unused != null && remove(unused.value1(), unused.value2());
        })));
    }

    private boolean remove(UUID tenant, String hash) {
        try {
            store.delete(tenant, hash);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        sql.deleteFrom(CONTENT).where(TENANT.eq(tenant)).and(HASH.eq(hash)).execute();
        return true;
    }
}
