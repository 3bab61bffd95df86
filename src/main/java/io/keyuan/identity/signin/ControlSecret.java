package io.keyuan.identity.signin;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.tenant.IdentityProperties;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets commands on the same machine act as a company's first administrator. Whoever can read the data folder holds the secret, and
 * could change the database as well.
 */
@Component
final class ControlSecret {

    static final String HEADER = "X-Keyuan-Control";

    /** Whose administrator to act as, by its slug. */
    private static final String TENANT = "X-Keyuan-Tenant";

    private final DSLContext sql;
    private final Tenants tenants;
    private final @Nullable String secret;

    ControlSecret(DSLContext sql, Tenants tenants, IdentityProperties properties) {
        this.sql = sql;
        this.tenants = tenants;
        this.secret = properties.control().secret();
    }

    /** @return empty where the secret is wrong, from elsewhere, or there is none */
    Optional<Identity> identify(String given, HttpServletRequest request) {
        return isSecret(given) && isFromHere(request) ? administrator(request) : Optional.empty();
    }

    private boolean isSecret(String given) {
        return secret != null
                && !secret.isBlank()
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What a proxy on this machine passes on comes from elsewhere. */
    private static boolean isFromHere(HttpServletRequest request) {
        return ClientAddress.of(request).isLoopback()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private Optional<Identity> administrator(HttpServletRequest request) {
        String slug = request.getHeader(TENANT);
        Optional<Tenant> tenant = slug == null
                ? tenants.of(null, request.getServerName()).or(tenants::first)
                : Optional.of(tenants.of(slug, "").orElseThrow(() -> unknown(slug)));
        return tenant.flatMap(this::administrator);
    }

    private static Problem unknown(String slug) {
        return Problem.of(ProblemKind.NOT_FOUND, Fault.at("tenant", "no-such-tenant", slug));
    }

    private Optional<Identity> administrator(Tenant tenant) {
        Optional<UUID> first = AcrossTenants.call("whoever holds the secret is nobody yet", () -> sql.select(PersonTable.ID)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(tenant.id()), PersonTable.ADMINISTRATOR.isTrue(), PersonTable.maySignIn())
                .orderBy(PersonTable.CREATED, PersonTable.ID)
                .limit(1)
                .fetchOptional(PersonTable.ID));
        return first.map(person -> new Identity(tenant.id(), person, true, null, new Proof.Control()));
    }
}
