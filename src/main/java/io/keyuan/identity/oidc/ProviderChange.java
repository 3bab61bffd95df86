package io.keyuan.identity.oidc;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.oidc.Provider.Admittance;
import io.keyuan.identity.oidc.Provider.ClaimNames;
import io.keyuan.identity.oidc.Provider.Client;
import io.keyuan.identity.oidc.Provider.GroupRole;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a provider and what is asked for the provider as it shall be, and finds everything that is wrong with it. */
final class ProviderChange {

    private static final int LABEL_LENGTH = 60;
    private static final int TEXT_LENGTH = 500;
    private static final int MOST = 200;
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}");

    private final ProviderBody wanted;
    private final List<String> roleCodes;
    private final List<Fault> faults = new ArrayList<>();

    ProviderChange(ProviderBody wanted, List<String> roleCodes) {
        this.wanted = wanted;
        this.roleCodes = roleCodes;
    }

    /** What is not said of a new one. It is off until it has been tried, and lets nobody in whom an administrator has not made. */
    static Provider fresh(UUID tenant, UUID id) {
        return new Provider(tenant, id, false, "", new Client("", "", null, List.of("profile", "email"), false),
                new ClaimNames("preferred_username", "name", "email", null), new Admittance(false, false, true, null, List.of()));
    }

    /**
     * @param seal seals a new secret
     * @throws Problem that names everything wrong
     */
    Provider of(Provider old, UnaryOperator<String> seal) {
        boolean ownNetwork = or(wanted.privateAddresses(), old.client().privateAddresses());
        String secret = wanted.clientSecret();
        var client = new Client(
                issuer(text("issuer", wanted.issuer(), old.client().issuer(), TEXT_LENGTH), ownNetwork),
                text("clientId", wanted.clientId(), old.client().id(), TEXT_LENGTH),
                secret == null ? old.client().sealedSecret() : secret.isBlank() ? null : seal.apply(secret.strip()),
                scopes(wanted.scopes() == null ? old.client().scopes() : wanted.scopes()),
                ownNetwork);
        var provider = new Provider(old.tenant(), old.id(), or(wanted.enabled(), old.enabled()),
                text("label", wanted.label(), old.label(), LABEL_LENGTH), client, claims(old.claims()), admittance(old.admittance()));
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return provider;
    }

    private ClaimNames claims(ClaimNames old) {
        return new ClaimNames(
                text("loginClaim", wanted.loginClaim(), old.login(), TEXT_LENGTH),
                text("nameClaim", wanted.nameClaim(), old.name(), TEXT_LENGTH),
                text("emailClaim", wanted.emailClaim(), old.email(), TEXT_LENGTH),
                none(wanted.groupsClaim(), old.groups()));
    }

    private Admittance admittance(Admittance old) {
        String standard = none(wanted.defaultRole(), old.defaultRole());
        if (standard != null && wanted.defaultRole() != null && !roleCodes.contains(standard)) {
            faults.add(Fault.at("defaultRole", "not-choice"));
        }
        return new Admittance(or(wanted.makesPeople(), old.makesPeople()), or(wanted.linksByEmail(), old.linksByEmail()),
                or(wanted.passwordsAllowed(), old.passwordsAllowed()), standard,
                wanted.roles() == null ? old.roles() : roles(wanted.roles()));
    }

    private List<GroupRole> roles(List<GroupRole> given) {
        if (given.size() > MOST) {
            faults.add(Fault.at("roles", "too-many-rows", MOST));
            return List.of();
        }
        List<GroupRole> roles = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            roles.add(role("roles[" + i + "]", given.get(i)));
        }
        return roles;
    }

    // What is read from JSON may lack what its type promises.
    @SuppressWarnings("NullAway")
    private GroupRole role(String path, @Nullable GroupRole given) {
        String group = given == null || given.group() == null ? "" : given.group().strip();
        if (group.isEmpty()) {
            faults.add(Fault.at(path + ".group", "required"));
        }
        if (given == null || !roleCodes.contains(given.role())) {
            faults.add(Fault.at(path + ".role", "not-choice"));
            return new GroupRole(group, "");
        }
        return new GroupRole(group, given.role());
    }

    private List<String> scopes(List<@Nullable String> given) {
        boolean valid = given.size() <= MOST && given.stream().allMatch(scope -> scope != null && SCOPE.matcher(scope).matches());
        if (!valid) {
            faults.add(Fault.at("scopes", "not-scope"));
        }
        return given.stream().flatMap(Stream::ofNullable).filter(scope -> !scope.equals("openid")).distinct().toList();
    }

    private String issuer(String issuer, boolean ownNetwork) {
        try {
            URI address = new URI(issuer);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            boolean plain = address.getHost() != null && address.getRawQuery() == null && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            if (!issuer.isEmpty() && !(web && plain)) {
                faults.add(Fault.at("issuer", "not-issuer"));
            } else if ("http".equals(address.getScheme()) && !ownNetwork) {
                faults.add(Fault.at("issuer", "issuer-not-https"));
            }
        } catch (URISyntaxException malformed) {
            faults.add(Fault.at("issuer", "not-issuer"));
        }
        return issuer;
    }

    private String text(String path, @Nullable String given, String old, int longest) {
        String text = given == null ? old : given.strip();
        if (text.isEmpty()) {
            faults.add(Fault.at(path, "required"));
        } else if (text.length() > longest) {
            faults.add(Fault.at(path, "too-long", longest, text.length()));
        }
        return text;
    }

    private static @Nullable String none(@Nullable String given, @Nullable String old) {
        if (given == null) {
            return old;
        }
        return given.isBlank() ? null : given.strip();
    }

    private static boolean or(@Nullable Boolean given, boolean old) {
        return given == null ? old : given;
    }
}
