package io.keyuan.identity.letter;

import static io.keyuan.identity.table.LinkTable.CREATED;
import static io.keyuan.identity.table.LinkTable.EXPIRES;
import static io.keyuan.identity.table.LinkTable.HASH;
import static io.keyuan.identity.table.LinkTable.KIND;
import static io.keyuan.identity.table.LinkTable.LINK;
import static io.keyuan.identity.table.LinkTable.PERSON;
import static io.keyuan.identity.table.LinkTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.identity.account.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** One-time links. Of each only the hash is kept. */
@Repository
public class Links {

    private static final int SECRET_LENGTH = 43;

    private final DSLContext sql;

    Links(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose a link is, and for what. */
    public record Link(UUID tenant, UUID person, LinkKind kind) {}

    /** Makes one for somebody of the current caller's company; the one of its kind there was is good no more. */
    String make(UUID person, LinkKind kind) {
        String secret = Secrets.base62(SECRET_LENGTH);
        OffsetDateTime now = now();
        sql.insertInto(LINK, TENANT, PERSON, KIND, HASH, CREATED, EXPIRES)
                .values(Caller.current().tenant(), person, kind.code(), hash(secret), now, now.plus(kind.lifetime()))
                .onConflict(TENANT, PERSON, KIND)
                .doUpdate()
                .set(HASH, hash(secret))
                .set(CREATED, now)
                .set(EXPIRES, now.plus(kind.lifetime()))
                .execute();
        return secret;
    }

    /** @return empty where it never was, was used or has run out */
    public Optional<Link> find(String secret) {
        return AcrossTenants.call("only the link says whose it is", () -> sql.select(TENANT, PERSON, KIND)
                .from(LINK)
                .where(HASH.eq(hash(secret)), EXPIRES.gt(now()))
                .fetchOptional(row -> new Link(row.value1(), row.value2(), LinkKind.of(row.value3()))));
    }

    /** Takes it away with every other one of its person. @return whether it was still there: of two who use it at once, one does */
    public boolean use(Link link, String secret) {
        boolean used = sql.deleteFrom(LINK).where(TENANT.eq(link.tenant()), HASH.eq(hash(secret))).execute() == 1;
        end(link.person());
        return used;
    }

    /** Those of somebody of the current caller's company are good no more. */
    public void end(UUID person) {
        sql.deleteFrom(LINK).where(TENANT.eq(Caller.current().tenant()), PERSON.eq(person)).execute();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
