package io.keyuan.identity.oidc;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who proves identities to a company. Secrets are not in files; one that is there stays as long as the client is the same. */
@Component
class ProvidersInFiles extends ListedPart<Provider> {

    private final ProviderController controller;
    private final Providers providers;
    private final Portable portable;

    ProvidersInFiles(ProviderController controller, Providers providers, Portable portable) {
        this.controller = controller;
        this.providers = providers;
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
        return providers.all().stream()
                .sorted(Comparator.comparing(Provider::label).thenComparing(provider -> provider.client().issuer()).thenComparing(provider -> provider.client().id()))
                .toList();
    }

    @Override
    protected String key(Provider item) {
        return item.label();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Provider> items) {
        return portable.out(items.stream().map(ProviderBody::of).toList(), "id", "hasSecret");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(body(content, null));
    }

    @Override
    protected void replace(Provider item, Map<String, Object> content) {
        controller.change(item.id(), body(content, item));
    }

    @Override
    protected void delete(Provider item) {
        controller.delete(item.id());
    }

    /** What may be missing and is not said is not there, where a change by the API would leave it as it was. */
    private ProviderBody body(Map<String, Object> content, @Nullable Provider before) {
        ProviderBody said = portable.body(content, ProviderBody.class);
        boolean another = before != null && !(before.client().issuer().equals(said.issuer()) && before.client().id().equals(said.clientId()));
        return new ProviderBody(
                null, is(said.enabled()), said.label(), said.issuer(), said.clientId(),
                said.clientSecret() == null && another ? "" : said.clientSecret(), null,
                said.scopes(), said.loginClaim(), said.nameClaim(), said.emailClaim(), text(said.groupsClaim()), is(said.privateAddresses()),
                is(said.makesPeople()), is(said.linksByEmail()), said.passwordsAllowed(), text(said.defaultRole()),
                Objects.requireNonNullElse(said.roles(), List.of()));
    }

    private static boolean is(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
