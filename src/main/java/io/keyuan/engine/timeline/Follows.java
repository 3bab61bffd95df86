package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Who follows which record, and up to when they know what happened to it. */
@Component
class Follows {

    /** More than anybody keeps an eye on; what is new about each of them is looked up at once. */
    static final int MOST = 300;

    private final DSLContext sql;

    Follows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Has the caller follow a record.
     *
     * @throws Problem where they follow as many others as one may
     */
    void follow(ObjectType type, UUID record) {
        Set<UUID> me = Set.of(Caller.current().person());
        if (isFollowed(record)) {
            return;
        }
        if (free(me).isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many-followed", MOST));
        }
        add(type, record, me);
    }

    /** For whoever takes part; somebody who follows very much does not because of that follow more. */
    void join(ObjectType type, UUID record, Set<UUID> people) {
        Set<UUID> free = free(people);
        if (!free.isEmpty()) {
            add(type, record, free);
        }
    }

    /** Those of these people who may follow one more. */
    private Set<UUID> free(Set<UUID> people) {
        Set<UUID> full = sql.select(FollowTable.PERSON)
                .from(Tables.of("follow", "f"))
                .where(Tables.ofTenant("f"))
                .and(FollowTable.PERSON.eq(any(people.toArray(UUID[]::new))))
                .groupBy(FollowTable.PERSON)
                .having(count().ge(MOST))
                .fetchSet(FollowTable.PERSON);
        return Comments.without(people, full);
    }

    private void add(ObjectType type, UUID record, Set<UUID> people) {
        Instant now = Instant.now();
        var insert = sql.insertInto(table(name("follow")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("person_id"), SQLDataType.UUID),
                        field(name("object"), SQLDataType.CLOB),
                        field(name("record_id"), SQLDataType.UUID),
                        field(name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("seen_at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("seen_id"), SQLDataType.UUID));
        for (UUID person : people) {
            insert = insert.values(
                    Caller.current().tenant(), person, type.name(), record, Tables.bound(now), Tables.bound(now), Ids.first(now));
        }
        insert.onConflictDoNothing().execute();
    }

    void unfollow(UUID record) {
        sql.deleteFrom(Tables.of("follow", "f")).where(mine(record)).execute();
    }

    boolean isFollowed(UUID record) {
        return sql.fetchExists(sql.selectOne().from(Tables.of("follow", "f")).where(mine(record)));
    }

    /** The first who followed it. */
    List<UUID> followers(UUID record, int most) {
        return sql.select(FollowTable.PERSON)
                .from(Tables.of("follow", "f"))
                .where(Tables.ofTenant("f"))
                .and(FollowTable.RECORD.eq(record))
                .orderBy(FollowTable.SINCE, FollowTable.PERSON)
                .limit(most)
                .fetch(FollowTable.PERSON);
    }

    int howMany(UUID record) {
        return sql.select(count()).from(Tables.of("follow", "f")).where(Tables.ofTenant("f")).and(FollowTable.RECORD.eq(record)).fetchSingle(count());
    }

    /** From now on only what happens later is news to the caller. */
    void seen(UUID record) {
        Instant now = Instant.now();
        sql.update(Tables.of("follow", "f"))
                .set(field(name("seen_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(now))
                .set(field(name("seen_id"), SQLDataType.UUID), Ids.first(now))
                .where(mine(record))
                .execute();
        sql.update(Tables.of("mention", "m"))
                .set(field(name("seen_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(now))
                .where(Tables.ofTenant("m"))
                .and(Tables.uuid("m", "person_id").eq(Caller.current().person()))
                .and(Tables.uuid("m", "record_id").eq(record))
                .and(Tables.time("m", "seen_at").isNull())
                .execute();
    }

    private static Condition mine(UUID record) {
        return Tables.ofTenant("f").and(FollowTable.PERSON.eq(Caller.current().person())).and(FollowTable.RECORD.eq(record));
    }
}
