package io.keyuan.identity.oidc;

import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import io.keyuan.identity.oidc.Provider.GroupRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who proves identities to a company, by issuer and client. Secrets are not in files, nor whether people may sign in by one: where it comes to, a
 * provider has to be told of its address there first, and tried.
 */
@Component
class ProvidersInFiles extends ListedPart<Provider> {

    private final ProviderController controller;
    private final Providers providers;
    private final RolesOfPeople roles;
    private final KnownRoles known;
    private final Portable portable;

    ProvidersInFiles(ProviderController controller, Providers providers, RolesOfPeople roles, KnownRoles known, Portable portable) {
        this.controller = controller;
        this.providers = providers;
        this.roles = roles;
        this.known = known;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "identity-providers";
    }

    @Override
    public Stage stage() {
        return Stage.LISTS;
    }

    @Override
    protected List<Provider> items() {
        return providers.all().stream().sorted(Comparator.comparing(this::key)).toList();
    }

    @Override
    protected String key(Provider item) {
        return item.client().issuer() + " " + item.client().id();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Provider> items) {
        return portable.out(items.stream().map(this::shown).toList(), "id", "enabled", "hasSecret");
    }

    private ProviderBody shown(Provider provider) {
        ProviderBody body = ProviderBody.of(provider);
        Map<UUID, String> names = known.keys();
        List<GroupRole> given = body.roles() == null ? List.of() : body.roles();
        return body.withRoles(
                body.defaultRole() == null ? null : named(body.defaultRole(), names),
                given.stream().map(each -> new GroupRole(each.group(), named(each.role(), names))).toList());
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(body(content));
    }

    @Override
    protected void replace(Provider item, Map<String, Object> content) {
        controller.change(item.id(), body(content));
    }

    @Override
    protected void delete(Provider item) {
        controller.delete(item.id());
    }

    /** What may be missing and is not said is not there, where a change by the API would leave it as it was. */
    private ProviderBody body(Map<String, Object> content) {
        Portable.requireWithout(content, "clientSecret", "enabled");
        ProviderBody said = portable.body(content, ProviderBody.class);
        List<GroupRole> given = Objects.requireNonNullElse(said.roles(), List.of());
        return new ProviderBody(
                null, null, said.label(), said.issuer(), said.clientId(), null, null, said.scopes(), said.loginClaim(), said.nameClaim(), said.emailClaim(),
                Objects.requireNonNullElse(said.groupsClaim(), ""), Boolean.TRUE.equals(said.privateAddresses()), Boolean.TRUE.equals(said.makesPeople()),
                Boolean.TRUE.equals(said.linksByEmail()), said.passwordsAllowed(), said.defaultRole() == null ? "" : code(said.defaultRole()),
                given.stream().map(each -> new GroupRole(each.group(), code(each.role()))).toList());
    }

    /** Roles that a company has made stand in files by their names; here they go by their ids. */
    private static String named(String code, Map<UUID, String> names) {
        return names.entrySet().stream().filter(entry -> entry.getKey().toString().equals(code)).map(Map.Entry::getValue).findFirst().orElse(code);
    }

    private String code(String name) {
        return roles.codes().contains(name) ? name : known.keys().entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(entry -> entry.getKey().toString())
                .findFirst()
                .orElse(name);
    }
}
