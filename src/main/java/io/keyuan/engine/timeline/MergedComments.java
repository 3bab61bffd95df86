package io.keyuan.engine.timeline;

import io.keyuan.engine.merge.MovedRows;
import io.keyuan.engine.sql.Tables;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was said of records that become one is said of that; who was named there is told so of it. */
@Component
class MergedComments extends MovedRows {

    private final DSLContext sql;

    MergedComments(DSLContext sql) {
        super(sql, "comment", "mention", "comment_id");
        this.sql = sql;
    }

    @Override
    public String name() {
        return "comments";
    }

    /** Answers that have come since go with what they answer. */
    @Override
    protected Set<UUID> withWhatFollowed(Set<UUID> comments) {
        Set<UUID> all = new HashSet<>(comments);
        all.addAll(sql.select(Tables.uuid("c", "id"))
                .from(Tables.of("comment", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.among(Tables.uuid("c", "reply_to"), comments.toArray(UUID[]::new)))
                .fetch(Tables.uuid("c", "id")));
        return all;
    }
}
