package io.keyuan.identity.signin;

import static io.keyuan.identity.table.DeviceTable.DEVICE;
import static io.keyuan.identity.table.DeviceTable.HASH;
import static io.keyuan.identity.table.DeviceTable.LAST_SEEN;
import static io.keyuan.identity.table.DeviceTable.PERSON;
import static io.keyuan.identity.table.DeviceTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.table.PersonTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Repository;

/**
 * Browsers in which somebody has signed in before. Each has a cookie for each of them, which proves nothing but that: guesses made
 * there are counted apart from those of strangers.
 */
@Repository
class KnownDevices {

    private static final String COOKIE = "keyuan_device_";
    private static final int NAME_LENGTH = 12;
    private static final int SECRET_LENGTH = 43;
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final DSLContext sql;

    KnownDevices(DSLContext sql) {
        this.sql = sql;
    }

    /** @return what names the device; null where somebody of this login never signed in there */
    @Nullable String known(UUID tenant, String login, HttpServletRequest request) {
        String secret = SessionCookie.read(cookie(tenant, login), request);
        return secret != null && isKnown(tenant, login, SecretHash.of(secret)) ? SecretHash.of(secret).handle() : null;
    }

    private boolean isKnown(UUID tenant, String login, SecretHash hash) {
        return AcrossTenants.call("whoever signs in is nobody yet", () -> sql.fetchExists(sql.selectOne()
                .from(DEVICE)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .where(TENANT.eq(tenant), HASH.eq(hash.bytes()), LAST_SEEN.gt(now().minus(REMEMBERED)), PersonTable.hasLogin(login))));
    }

    /**
     * Somebody has signed in with this login.
     *
     * @return whether they never did so in this browser before, though in others: where it is their very first time, no browser is
     *     stranger than another
     */
    boolean remember(UUID tenant, UUID person, String login, HttpServletRequest request, HttpServletResponse response) {
        String name = cookie(tenant, login);
        String present = SessionCookie.read(name, request);
        if (present != null && seen(tenant, person, SecretHash.of(present))) {
            return false;
        }
        boolean elsewhere = isKnownElsewhere(tenant, person);
        String secret = Secrets.base62(SECRET_LENGTH);
        AcrossTenants.call("whoever signs in is nobody yet", () -> {
            sql.deleteFrom(DEVICE).where(TENANT.eq(tenant), PERSON.eq(person), LAST_SEEN.lt(now().minus(REMEMBERED))).execute();
            return sql.insertInto(DEVICE, TENANT, PERSON, HASH, LAST_SEEN)
                    .values(tenant, person, SecretHash.of(secret).bytes(), now())
                    .execute();
        });
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.cookie(name, secret, REMEMBERED, request));
        return elsewhere;
    }

    private boolean isKnownElsewhere(UUID tenant, UUID person) {
        return AcrossTenants.call("whoever signs in is nobody yet",
                () -> sql.fetchExists(sql.selectOne().from(DEVICE).where(TENANT.eq(tenant), PERSON.eq(person))));
    }

    private boolean seen(UUID tenant, UUID person, SecretHash hash) {
        return AcrossTenants.call("whoever signs in is nobody yet", () -> sql.update(DEVICE)
                        .set(LAST_SEEN, now())
                        .where(TENANT.eq(tenant), PERSON.eq(person), HASH.eq(hash.bytes()))
                        .execute())
                == 1;
    }

    private static String cookie(UUID tenant, String login) {
        return COOKIE + SecretHash.of(tenant + " " + login.strip().toLowerCase(Locale.ROOT)).hex().substring(0, NAME_LENGTH);
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
