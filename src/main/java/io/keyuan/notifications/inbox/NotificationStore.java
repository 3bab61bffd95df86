package io.keyuan.notifications.inbox;

import static io.keyuan.notifications.inbox.NotificationTable.AT;
import static io.keyuan.notifications.inbox.NotificationTable.BY;
import static io.keyuan.notifications.inbox.NotificationTable.COUNT;
import static io.keyuan.notifications.inbox.NotificationTable.DETAILS;
import static io.keyuan.notifications.inbox.NotificationTable.ID;
import static io.keyuan.notifications.inbox.NotificationTable.KIND;
import static io.keyuan.notifications.inbox.NotificationTable.MAIL_DUE;
import static io.keyuan.notifications.inbox.NotificationTable.NOTIFICATION;
import static io.keyuan.notifications.inbox.NotificationTable.OBJECT;
import static io.keyuan.notifications.inbox.NotificationTable.PERSON;
import static io.keyuan.notifications.inbox.NotificationTable.READ;
import static io.keyuan.notifications.inbox.NotificationTable.RECORD;
import static io.keyuan.notifications.inbox.NotificationTable.SHOWN;
import static io.keyuan.notifications.inbox.NotificationTable.SOURCE;
import static io.keyuan.notifications.inbox.NotificationTable.TENANT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.jobs.Passing;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people of the current caller's company have been told, for 90 days. */
@Repository
public class NotificationStore implements Passing {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int COUNTED = 100;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(ID, PERSON, KIND, OBJECT, RECORD, BY, COUNT, DETAILS, AT, READ);

    private final DSLContext sql;
    private final JsonMapper json;

    NotificationStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param fresh no two from the same source to the same person */
    void add(Collection<FreshNotification> fresh, Instant now) {
        var insert = sql.insertInto(NOTIFICATION)
                .columns(List.of(TENANT, ID, PERSON, KIND, SOURCE, OBJECT, RECORD, BY, COUNT, DETAILS, SHOWN, AT, MAIL_DUE));
        for (FreshNotification one : fresh) {
            var notice = one.notice();
            insert = insert.values(
                    Caller.current().tenant(), Ids.next(), one.person(), notice.kind().code(), one.source(),
                    notice.type() == null ? null : notice.type().name(), notice.record(), notice.by(), notice.count(),
                    JSONB.valueOf(json.writeValueAsString(notice.details())), one.shown(), bound(now),
                    one.mailDue() == null ? null : bound(one.mailDue()));
        }
        insert.onConflict(TENANT, PERSON, KIND, SOURCE)
                .doUpdate()
                .set(COUNT, when(READ.isNull(), COUNT.plus(excluded(COUNT))).otherwise(excluded(COUNT)))
                .set(RECORD, excluded(RECORD))
                .set(BY, excluded(BY))
                .set(DETAILS, excluded(DETAILS))
                .set(SHOWN, excluded(SHOWN))
                .set(AT, excluded(AT))
                .setNull(READ)
                // Whoever has not been written to yet is not made to wait for longer.
                .set(MAIL_DUE, when(MAIL_DUE.lt(excluded(MAIL_DUE)), MAIL_DUE).otherwise(excluded(MAIL_DUE)))
                .execute();
    }

    /** @param after the last of the page before; null for the newest */
    List<Notification> page(boolean unread, @Nullable PagePlace after, int limit) {
        return sql.select(COLUMNS)
                .from(NOTIFICATION)
                .where(mine(), SHOWN.isTrue(), unread ? READ.isNull() : noCondition())
                .and(after == null ? noCondition() : row(AT, ID).lt(row(bound(after.at()), after.id())))
                .orderBy(AT.desc(), ID.desc())
                .limit(limit)
                .fetch(this::notification);
    }

    /** @return how many the caller has not read, up to a hundred */
    int unread() {
        var first = sql.selectOne().from(NOTIFICATION).where(mine(), SHOWN.isTrue(), READ.isNull()).limit(COUNTED).asTable("first");
        return sql.select(count()).from(first).fetchSingle(count());
    }

    /** @param ids null for all there are */
    void read(@Nullable Collection<UUID> ids, Instant now) {
        sql.update(NOTIFICATION)
                .set(READ, bound(now))
                .where(mine(), READ.isNull(), ids == null ? noCondition() : ID.eq(any(ids.toArray(UUID[]::new))))
                .execute();
    }

    // ---- for mail ----

    /** The companies of which somebody is to be written to by now. */
    public Set<UUID> mailDue(Instant now) {
        return AcrossTenants.call("mail of all companies is due alike", () ->
                sql.selectDistinct(TENANT).from(NOTIFICATION).where(MAIL_DUE.le(bound(now))).fetchSet(TENANT));
    }

    /** Takes what people are to be written to about by now: it is due to nobody else, nor again. What they have read is not among it. */
    public List<Notification> takeMailDue(Instant now, int limit) {
        var chosen = sql.select(ID).from(NOTIFICATION)
                .where(TENANT.eq(Caller.current().tenant()), MAIL_DUE.le(bound(now)))
                .orderBy(MAIL_DUE, PERSON).limit(limit).forUpdate().skipLocked();
        List<Notification> taken = sql.update(NOTIFICATION)
                .setNull(MAIL_DUE)
                .where(TENANT.eq(Caller.current().tenant()), ID.in(chosen))
                .returning(COLUMNS)
                .fetch(this::notification);
        return taken.stream().filter(Notification::unread).toList();
    }

    void forgetPeople(UUID[] people) {
        sql.deleteFrom(NOTIFICATION).where(TENANT.eq(Caller.current().tenant()), PERSON.eq(any(people))).execute();
    }

    void forgetRecords(UUID[] records) {
        sql.deleteFrom(NOTIFICATION).where(TENANT.eq(Caller.current().tenant()), RECORD.eq(any(records))).execute();
    }

    @Override
    public Rows passing() {
        return new Rows(NOTIFICATION, List.of(TENANT, ID), AT, KEPT);
    }

    private static Condition mine() {
        return TENANT.eq(Caller.current().tenant()).and(PERSON.eq(Caller.current().person()));
    }

    private Notification notification(Record row) {
        Optional<NoticeKind> kind = NoticeKind.of(row.get(KIND));
        return new Notification(
                row.get(ID), row.get(PERSON), kind.orElseThrow(), row.get(OBJECT), row.get(RECORD), row.get(BY), row.get(COUNT),
                json.readValue(row.get(DETAILS).data(), TEXTS), row.get(AT).toInstant(), row.get(READ) == null);
    }

    private static OffsetDateTime bound(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
