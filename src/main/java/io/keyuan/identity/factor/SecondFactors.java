package io.keyuan.identity.factor;

import static io.keyuan.identity.table.SecondFactorTable.CONFIRMED;
import static io.keyuan.identity.table.SecondFactorTable.FACTOR;
import static io.keyuan.identity.table.SecondFactorTable.MADE;
import static io.keyuan.identity.table.SecondFactorTable.PERSON;
import static io.keyuan.identity.table.SecondFactorTable.SECRET;
import static io.keyuan.identity.table.SecondFactorTable.TENANT;
import static io.keyuan.identity.table.SecondFactorTable.USED_STEP;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The second factors of people of the current caller's company. */
@Repository
public class SecondFactors {

    private final DSLContext sql;
    private final Vault vault;
    private final RecoveryCodes codes;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(DSLContext sql, Vault vault, RecoveryCodes codes, TransactionTemplate transaction) {
        this.sql = sql;
        this.vault = vault;
        this.codes = codes;
        this.transaction = transaction;
    }

    /** @param since null where there is none */
    public record State(@Nullable Instant since, int recoveryCodesLeft) {}

    /** What somebody has proved with a code. */
    public enum Shown {
        NOTHING,
        CODE,
        RECOVERY_CODE
    }

    private record Stored(byte[] secret, long usedStep) {}

    public State state(UUID person) {
        Optional<OffsetDateTime> since = sql.select(CONFIRMED).from(FACTOR).where(of(person)).fetchOptional(CONFIRMED);
        return new State(since.map(OffsetDateTime::toInstant).orElse(null), codes.left(person));
    }

    public boolean isOn(UUID person) {
        return sql.fetchExists(FACTOR, of(person).and(CONFIRMED.isNotNull()));
    }

    /**
     * Begins to set one up; what was begun before is good no more.
     *
     * @return the secret in base 32
     * @throws IllegalStateException where there is one
     */
    public String begin(UUID person) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        String sealed = vault.seal(Base64.getEncoder().encodeToString(secret), place(person));
        int written = sql.insertInto(FACTOR, TENANT, PERSON, SECRET, MADE, USED_STEP)
                .values(Caller.current().tenant(), person, sealed, now(), 0L)
                .onConflict(TENANT, PERSON)
                .doUpdate()
                .set(SECRET, sealed)
                .set(MADE, now())
                .where(CONFIRMED.isNull())
                .execute();
        if (written == 0) {
            throw new IllegalStateException("there is a second factor already");
        }
        return Totp.base32(secret);
    }

    /** @return recovery codes, told this once; empty where the code is wrong or nothing was begun */
    public Optional<List<String>> confirm(UUID person, String code) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!matches(person, code, CONFIRMED.isNull())) {
                return Optional.empty();
            }
            sql.update(FACTOR).set(CONFIRMED, now()).where(of(person)).execute();
            return Optional.of(codes.renew(person));
        }));
    }

    /** A code that was shown once counts no more. */
    public Shown verify(UUID person, String code) {
        if (matches(person, code, CONFIRMED.isNotNull())) {
            return Shown.CODE;
        }
        return isOn(person) && codes.use(person, code) ? Shown.RECOVERY_CODE : Shown.NOTHING;
    }

    private boolean matches(UUID person, String code, Condition state) {
        String typed = code.replaceAll("\\s", "");
        OptionalLong step = stored(person, state)
                .map(stored -> Totp.matching(stored.secret(), typed, Instant.now(), stored.usedStep()))
                .orElse(OptionalLong.empty());
        // Of two who show the same code at once, one comes in.
        return step.isPresent()
                && sql.update(FACTOR)
                                .set(USED_STEP, step.getAsLong())
                                .where(of(person), USED_STEP.lt(step.getAsLong()))
                                .execute()
                        == 1;
    }

    private Optional<Stored> stored(UUID person, Condition state) {
        return sql.select(SECRET, USED_STEP)
                .from(FACTOR)
                .where(of(person), state)
                .fetchOptional()
                .flatMap(row -> vault.open(row.value1(), place(person))
                        .map(secret -> new Stored(Base64.getDecoder().decode(secret), row.value2())));
    }

    public List<String> renewCodes(UUID person) {
        return Objects.requireNonNull(transaction.execute(status -> codes.renew(person)));
    }

    /** @return whether there was one */
    public boolean remove(UUID person) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            codes.remove(person);
            return sql.deleteFrom(FACTOR).where(of(person)).returning(CONFIRMED).fetch(CONFIRMED).stream().anyMatch(Objects::nonNull);
        }));
    }

    private static String place(UUID person) {
        return "second-factor/" + Caller.current().tenant() + "/" + person;
    }

    private static Condition of(UUID person) {
        return TENANT.eq(Caller.current().tenant()).and(PERSON.eq(person));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
