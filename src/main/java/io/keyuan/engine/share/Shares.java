package io.keyuan.engine.share;

import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Access;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives single records to people who do not own them, and takes them back. */
@Service
class Shares {

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;
    private final ShareStore store;
    private final StoredGrants grants;
    private final AuditTrail trail;
    private final Principals principals;
    private final Notices notices;

    Shares(
            DSLContext sql, Access access, Conditions conditions, ShareStore store, StoredGrants grants, AuditTrail trail,
            Principals principals, Notices notices) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
        this.store = store;
        this.grants = grants;
        this.trail = trail;
        this.principals = principals;
        this.notices = notices;
    }

    /** @throws Problem where the record is not there for the caller */
    List<Share> of(ObjectType type, UUID record) {
        if (!isThere(type, record, conditions.visible(Right.READ, type, "t"))) {
            throw Problem.notFound();
        }
        return store.of(record);
    }

    /** Whether the caller may give the record to others: whoever was only given it themselves may not. */
    boolean mayGive(ObjectType type, UUID record) {
        Reach reach = access.reach(Right.EDIT, type);
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.Nothing nothing -> false;
            case Reach.Part part -> !part.people().isEmpty() && isThere(type, record, ownedBy(type, part.people()));
        };
    }

    private static Condition ownedBy(ObjectType type, Set<UUID> people) {
        return Tables.amongNamed(Tables.reference("t", Objects.requireNonNull(type.owner())), people);
    }

    private boolean isThere(ObjectType type, UUID record, Condition reached) {
        return sql.fetchExists(selectOne()
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(record))
                .and(Tables.alive("t"))
                .and(reached));
    }

    /** @param wanted asked only of whoever may give: everybody else learns nothing but that they may not, whatever else is wrong */
    @Transactional
    void give(ObjectType type, UUID record, Supplier<Share> wanted) {
        checkMayGive(type, record);
        Share share = wanted.get();
        store.give(type, record, share);
        grants.changed();
        Map<String, Object> details = new HashMap<>(Map.of("to", share.principal().toString(), "kind", share.kind(), "editing", share.editing(), "along", share.along()));
        if (share.until() != null) {
            details.put("until", share.until().toString());
        }
        trail.keep(new AuditEvent("record-shared", type.name(), record, details));
        Set<UUID> people = principals.people(share.principal());
        notices.tell(Notice.about(NoticeKind.SHARED, people, type, record).from("record/" + record));
    }

    /** Nothing is said where nothing had been given. */
    @Transactional
    void takeBack(ObjectType type, UUID record, UUID principal, String kind) {
        boolean ownShare = principal.equals(Caller.current().person());
        if (!ownShare) {
            checkMayGive(type, record);
        }
        if (!store.takeBack(record, principal, kind)) {
            throw Problem.notFound();
        }
        grants.changed();
        trail.keep(new AuditEvent("share-ended", type.name(), record, Map.of("to", principal.toString(), "kind", kind)));
    }

    private void checkMayGive(ObjectType type, UUID record) {
        if (!isThere(type, record, conditions.visible(Right.READ, type, "t"))) {
            throw Problem.notFound();
        }
        if (!mayGive(type, record)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-share"));
        }
    }
}
