package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.keyuan.engine.Caller;
import io.keyuan.identity.signin.SecretHash;
import java.time.Duration;
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

/** Browsers of the current caller's company that were sent to a provider and are not back yet. */
@Repository
class Flows {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Table<Record> FLOW = table(name("sign_in_flow"));
    private static final Field<UUID> TENANT = field(name("sign_in_flow", "tenant_id"), SQLDataType.UUID);
    private static final Field<byte[]> STATE = field(name("sign_in_flow", "state"), SQLDataType.BLOB);
    private static final Field<UUID> PROVIDER = field(name("sign_in_flow", "provider_id"), SQLDataType.UUID);
    private static final Field<byte[]> BROWSER = field(name("sign_in_flow", "browser"), SQLDataType.BLOB);
    private static final Field<String> NONCE = field(name("sign_in_flow", "nonce"), SQLDataType.CLOB);
    private static final Field<String> VERIFIER = field(name("sign_in_flow", "verifier"), SQLDataType.CLOB);
    private static final Field<String> REDIRECT = field(name("sign_in_flow", "redirect_uri"), SQLDataType.CLOB);
    private static final Field<String> NEXT = field(name("sign_in_flow", "next"), SQLDataType.CLOB);
    private static final Field<UUID> TRIED_BY = field(name("sign_in_flow", "tried_by"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> EXPIRES = field(name("sign_in_flow", "expires_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;

    Flows(DSLContext sql) {
        this.sql = sql;
    }

    void add(Flow flow) {
        OffsetDateTime now = now();
        UUID tenant = Caller.current().tenant();
        sql.deleteFrom(FLOW).where(TENANT.eq(tenant), EXPIRES.lt(now)).execute();
        sql.insertInto(FLOW, TENANT, STATE, PROVIDER, BROWSER, NONCE, VERIFIER, REDIRECT, NEXT, TRIED_BY, EXPIRES)
                .values(tenant, hash(flow.state().getValue()), flow.provider(), flow.browser().bytes(), flow.nonce().getValue(),
                        flow.verifier().getValue(), flow.redirectUri(), flow.next(), flow.triedBy(), now.plus(LONGEST))
                .execute();
    }

    /** @return empty where nobody was sent with this state, or too long ago, or is back already: it is good once */
    Optional<Flow> take(String state) {
        return sql.deleteFrom(FLOW)
                .where(TENANT.eq(Caller.current().tenant()), STATE.eq(hash(state)), EXPIRES.gt(now()))
                .returning(PROVIDER, BROWSER, NONCE, VERIFIER, REDIRECT, NEXT, TRIED_BY)
                .fetchOptional(row -> new Flow(
                        new State(state), row.get(PROVIDER), SecretHash.stored(row.get(BROWSER)), new Nonce(row.get(NONCE)),
                        new CodeVerifier(row.get(VERIFIER)), row.get(REDIRECT), row.get(NEXT), row.get(TRIED_BY)));
    }

    private static byte[] hash(String state) {
        return SecretHash.of(state).bytes();
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
