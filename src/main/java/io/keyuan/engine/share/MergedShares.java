package io.keyuan.engine.share;

import static org.jooq.impl.DSL.currentOffsetDateTime;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.Belongings;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Those to whom a record was given that becomes another have that; what rules give they give anew. */
@Component
class MergedShares implements Belongings {

    private static final Field<UUID> RECORD = Tables.uuid("g", "record_id");
    private static final Field<UUID> PRINCIPAL = Tables.uuid("g", "principal_id");
    private static final Field<String> KIND = Tables.text("g", "kind");

    private final DSLContext sql;
    private final ShareStore store;
    private final StoredGrants grants;

    MergedShares(DSLContext sql, ShareStore store, StoredGrants grants) {
        this.sql = sql;
        this.store = store;
        this.grants = grants;
    }

    /** What nobody has twice. */
    private record Key(UUID principal, String kind) {}

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return sql.select(RECORD, DSL.count())
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(KIND.ne(Share.RULE))
                .and(Tables.time("g", "until").isNull().or(Tables.time("g", "until").gt(currentOffsetDateTime())))
                .groupBy(RECORD)
                .fetchMap(RECORD, DSL.count());
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        Set<UUID> all = new HashSet<>(from);
        all.add(into);
        Map<UUID, List<Share>> given = store.of(all);
        Set<Key> there = new HashSet<>();
        given.getOrDefault(into, List.of()).forEach(share -> there.add(new Key(share.principal(), share.kind())));
        List<Brought> brought = new ArrayList<>();
        Map<UUID, List<Share>> missing = new LinkedHashMap<>();
        Map<UUID, List<UUID>> like = new LinkedHashMap<>();
        for (UUID record : from) {
            given.getOrDefault(record, List.of()).stream().filter(share -> there.add(new Key(share.principal(), share.kind()))).forEach(share -> {
                missing.computeIfAbsent(record, any -> new ArrayList<>()).add(share);
                like.put(record, List.of(into));
                brought.add(new Brought(share.principal(), share.kind(), record));
            });
        }
        if (!brought.isEmpty()) {
            store.give(type, missing, like);
            grants.changed();
        }
        return brought;
    }

    /** One that was given anew since is another one. */
    @Override
    public void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        Map<UUID, List<Share>> given = store.of(records(into, brought));
        for (Brought each : brought) {
            Share now = find(given.getOrDefault(into, List.of()), each);
            Share then = find(given.getOrDefault(each.from(), List.of()), each);
            if (now != null && (then == null || then.at().equals(now.at()))) {
                store.takeBack(into, each.row(), each.detail());
            }
        }
        grants.changed();
    }

    private static Set<UUID> records(UUID into, List<Brought> brought) {
        Set<UUID> records = new HashSet<>(Set.of(into));
        brought.forEach(each -> records.add(each.from()));
        return records;
    }

    private static @org.jspecify.annotations.Nullable Share find(List<Share> shares, Brought brought) {
        return shares.stream().filter(share -> share.principal().equals(brought.row()) && share.kind().equals(brought.detail())).findFirst().orElse(null);
    }
}
