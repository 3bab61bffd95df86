package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Who of the current caller's company is whom at which issuer. */
@Repository
class ProvidedIdentities {

    static final Table<Record> IDENTITY = table(name("provided_identity"));
    static final Field<UUID> TENANT = field(name("provided_identity", "tenant_id"), SQLDataType.UUID);
    static final Field<UUID> PERSON = field(name("provided_identity", "person_id"), SQLDataType.UUID);
    private static final Field<String> ISSUER = field(name("provided_identity", "issuer"), SQLDataType.CLOB);
    private static final Field<String> SUBJECT = field(name("provided_identity", "subject"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> LINKED = field(name("provided_identity", "linked_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> USED = field(name("provided_identity", "last_used_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;

    ProvidedIdentities(DSLContext sql) {
        this.sql = sql;
    }

    Optional<UUID> person(String issuer, String subject) {
        return sql.select(PERSON)
                .from(IDENTITY)
                .where(TENANT.eq(Caller.current().tenant()), ISSUER.eq(issuer), SUBJECT.eq(subject))
                .fetchOptional(PERSON);
    }

    /** Whether the person is somebody at the issuer already. */
    boolean isLinked(UUID person, String issuer) {
        return sql.fetchExists(IDENTITY, TENANT.eq(Caller.current().tenant()).and(PERSON.eq(person)).and(ISSUER.eq(issuer)));
    }

    /** @return whether the subject is the person's now; not where it became somebody else's in between */
    boolean link(String issuer, String subject, UUID person) {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        UUID tenant = Caller.current().tenant();
        sql.insertInto(IDENTITY, TENANT, ISSUER, SUBJECT, PERSON, LINKED, USED)
                .values(tenant, issuer, subject, person, now, now)
                .onConflictDoNothing()
                .execute();
        return sql.update(IDENTITY)
                        .set(USED, now)
                        .where(TENANT.eq(tenant), ISSUER.eq(issuer), SUBJECT.eq(subject), PERSON.eq(person))
                        .execute()
                == 1;
    }
}
