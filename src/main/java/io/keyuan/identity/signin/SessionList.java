package io.keyuan.identity.signin;

import static io.keyuan.identity.table.SessionTable.ADDRESS;
import static io.keyuan.identity.table.SessionTable.CREATED;
import static io.keyuan.identity.table.SessionTable.ID;
import static io.keyuan.identity.table.SessionTable.LAST_SEEN;
import static io.keyuan.identity.table.SessionTable.PERSON;
import static io.keyuan.identity.table.SessionTable.SESSION;
import static io.keyuan.identity.table.SessionTable.TENANT;
import static io.keyuan.identity.table.SessionTable.USER_AGENT;

import io.keyuan.engine.Caller;
import io.keyuan.identity.account.SignInPolicies;
import io.keyuan.identity.account.SignInPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where the {@linkplain Caller#current() current caller} is signed in. */
@Repository
class SessionList {

    private final DSLContext sql;
    private final SignInPolicies policies;

    SessionList(DSLContext sql, SignInPolicies policies) {
        this.sql = sql;
        this.policies = policies;
    }

    /**
     * A browser somebody is signed in with.
     *
     * @param id names it, and opens nothing
     * @param browser null where it says none that is known, as with {@code system}
     * @param lastSeenAt to the minute
     * @param current whether the request comes from it
     */
    record Device(
            String id, @Nullable String browser, @Nullable String system, @Nullable String address, Instant createdAt,
            Instant lastSeenAt, boolean current) {}

    /** The last seen first. */
    List<Device> list(Proof proof) {
        return sql.select(ID, USER_AGENT, ADDRESS, CREATED, LAST_SEEN)
                .from(SESSION)
                .where(ofCaller())
                .orderBy(LAST_SEEN.desc(), ID)
                .fetch(row -> device(row, proof));
    }

    private static Device device(Record row, Proof proof) {
        SecretHash id = SecretHash.stored(row.get(ID));
        Browser browser = Browser.of(row.get(USER_AGENT));
        boolean current = proof instanceof Proof.Session session && session.id().equals(id);
        return new Device(id.handle(), browser.name(), browser.system(), row.get(ADDRESS), row.get(CREATED).toInstant(),
                row.get(LAST_SEEN).toInstant(), current);
    }

    Optional<SecretHash> find(String handle) {
        return sql.select(ID).from(SESSION).where(ofCaller()).fetch(row -> SecretHash.stored(row.value1())).stream()
                .filter(id -> id.handle().equals(handle))
                .findFirst();
    }

    private Condition ofCaller() {
        Caller caller = Caller.current();
        SignInPolicy policy = policies.of(caller.tenant());
        Instant now = Instant.now();
        return TENANT.eq(caller.tenant())
                .and(PERSON.eq(caller.person()))
                .and(CREATED.gt(now.minus(policy.longest()).atOffset(ZoneOffset.UTC)))
                .and(LAST_SEEN.gt(now.minus(policy.idle()).atOffset(ZoneOffset.UTC)));
    }
}
