package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.identity.oidc.Provider.Admittance;
import io.keyuan.identity.oidc.Provider.ClaimNames;
import io.keyuan.identity.oidc.Provider.Client;
import io.keyuan.identity.oidc.Provider.GroupRole;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of identity providers, and how a row is one. */
final class ProviderTable {

    static final Table<Record> PROVIDER = table(name("identity_provider"));
    static final Field<UUID> TENANT = field(name("identity_provider", "tenant_id"), SQLDataType.UUID);
    static final Field<UUID> ID = field(name("identity_provider", "id"), SQLDataType.UUID);
    static final Field<Boolean> ENABLED = yesNo("enabled");
    static final Field<String> LABEL = text("label");
    static final Field<String> ISSUER = text("issuer");
    static final Field<String> CLIENT_ID = text("client_id");
    static final Field<String> SECRET = text("client_secret");
    static final Field<String> SCOPES = text("scopes");
    static final Field<String> LOGIN = text("login_claim");
    static final Field<String> NAME = text("name_claim");
    static final Field<String> EMAIL = text("email_claim");
    static final Field<String> GROUPS = text("groups_claim");
    static final Field<Boolean> PRIVATE = yesNo("private_addresses");
    static final Field<Boolean> MAKES = yesNo("makes_people");
    static final Field<Boolean> LINKS = yesNo("links_by_email");
    static final Field<Boolean> PASSWORDS = yesNo("passwords_allowed");
    static final Field<String> DEFAULT_ROLE = text("default_role");
    static final Field<JSONB> ROLES = field(name("identity_provider", "roles"), SQLDataType.JSONB);
    static final Field<OffsetDateTime> CREATED = field(name("identity_provider", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> UPDATED = field(name("identity_provider", "updated_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    static final List<Field<?>> ALL = List.of(TENANT, ID, ENABLED, LABEL, ISSUER, CLIENT_ID, SECRET, SCOPES, LOGIN, NAME, EMAIL,
            GROUPS, PRIVATE, MAKES, LINKS, PASSWORDS, DEFAULT_ROLE, ROLES);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<GroupRole>> GROUP_ROLES = new TypeReference<>() {};

    private ProviderTable() {}

    private static Field<String> text(String column) {
        return field(name("identity_provider", column), SQLDataType.CLOB);
    }

    private static Field<Boolean> yesNo(String column) {
        return field(name("identity_provider", column), SQLDataType.BOOLEAN);
    }

    static Provider provider(Record row) {
        var client = new Client(row.get(ISSUER), row.get(CLIENT_ID), row.get(SECRET),
                Stream.of(row.get(SCOPES).split(" ")).filter(scope -> !scope.isEmpty()).toList(), row.get(PRIVATE));
        var claims = new ClaimNames(row.get(LOGIN), row.get(NAME), row.get(EMAIL), row.get(GROUPS));
        var admittance = new Admittance(row.get(MAKES), row.get(LINKS), row.get(PASSWORDS), row.get(DEFAULT_ROLE),
                JSON.readValue(row.get(ROLES).data(), GROUP_ROLES));
        return new Provider(row.get(TENANT), row.get(ID), row.get(ENABLED), row.get(LABEL), client, claims, admittance);
    }

    /** What can be changed of one. */
    static Map<Field<?>, @Nullable Object> values(Provider provider) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ENABLED, provider.enabled());
        row.put(LABEL, provider.label());
        row.put(ISSUER, provider.client().issuer());
        row.put(CLIENT_ID, provider.client().id());
        row.put(SECRET, provider.client().sealedSecret());
        row.put(SCOPES, String.join(" ", provider.client().scopes()));
        row.put(LOGIN, provider.claims().login());
        row.put(NAME, provider.claims().name());
        row.put(EMAIL, provider.claims().email());
        row.put(GROUPS, provider.claims().groups());
        row.put(PRIVATE, provider.client().privateAddresses());
        row.put(MAKES, provider.admittance().makesPeople());
        row.put(LINKS, provider.admittance().linksByEmail());
        row.put(PASSWORDS, provider.admittance().passwordsAllowed());
        row.put(DEFAULT_ROLE, provider.admittance().defaultRole());
        row.put(ROLES, JSONB.jsonb(JSON.writeValueAsString(provider.admittance().roles())));
        return row;
    }
}
