package io.keyuan.identity.factor;

import static io.keyuan.identity.table.RecoveryCodeTable.CODE;
import static io.keyuan.identity.table.RecoveryCodeTable.HASH;
import static io.keyuan.identity.table.RecoveryCodeTable.PERSON;
import static io.keyuan.identity.table.RecoveryCodeTable.SALT;
import static io.keyuan.identity.table.RecoveryCodeTable.TENANT;

import io.keyuan.engine.Caller;
import io.keyuan.identity.account.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What stands in for a second factor that is lost: ten codes, each good once. Only salted hashes of them are kept. */
@Repository
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int SALT_BYTES = 16;

    private final DSLContext sql;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes new ones; those there were are good no more. */
    List<String> renew(UUID person) {
        remove(person);
        List<String> codes = Stream.generate(Secrets::readablePassword).limit(HOW_MANY).toList();
        var insert = sql.insertInto(CODE, TENANT, PERSON, HASH, SALT);
        for (String code : codes) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            insert = insert.values(Caller.current().tenant(), person, hash(salt, code), salt);
        }
        insert.execute();
        return codes;
    }

    /** @return whether it was one, which it is no more */
    boolean use(UUID person, String code) {
        String typed = code.strip().toLowerCase(Locale.ROOT);
        return sql.select(HASH, SALT)
                .from(CODE)
                .where(of(person))
                .fetch()
                .stream()
                .filter(row -> MessageDigest.isEqual(row.value1(), hash(row.value2(), typed)))
                // Of two who use it at once, one deletes it.
                .anyMatch(row -> sql.deleteFrom(CODE).where(of(person), HASH.eq(row.value1())).execute() == 1);
    }

    int left(UUID person) {
        return sql.fetchCount(CODE, of(person));
    }

    void remove(UUID person) {
        sql.deleteFrom(CODE).where(of(person)).execute();
    }

    private static Condition of(UUID person) {
        return TENANT.eq(Caller.current().tenant()).and(PERSON.eq(person));
    }

    private static byte[] hash(byte[] salt, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
