package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.PasswordPolicy;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.Links;
import io.keyuan.identity.letter.Notice;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A password somebody chooses for themselves, as the current caller. */
@Service
class NewPassword {

    private final Tenants tenants;
    private final PasswordPolicy policy;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Links links;
    private final AccountLetters letters;

    NewPassword(
            Tenants tenants, PasswordPolicy policy, Credentials credentials, Sessions sessions, Links links, AccountLetters letters) {
        this.tenants = tenants;
        this.policy = policy;
        this.credentials = credentials;
        this.sessions = sessions;
        this.links = links;
        this.letters = letters;
    }

    /** @throws Problem where the password is too easy to guess for a stranger, or for whoever knows them */
    void check(AccountHolder holder, String chosen) {
        policy.check(chosen, owner(holder)).ifPresent(fault -> {
            throw Problem.of(ProblemKind.RULE_BROKEN, fault);
        });
    }

    private PasswordPolicy.Owner owner(AccountHolder holder) {
        Tenant company = tenants.get(Caller.current().tenant());
        List<String> words = Stream.of(holder.name(), holder.phone(), mailbox(holder.email()), company.name(), company.slug())
                .filter(Objects::nonNull)
                .toList();
        return new PasswordPolicy.Owner(Objects.requireNonNullElse(holder.login(), ""), words);
    }

    private static @Nullable String mailbox(@Nullable String email) {
        return email == null ? null : email.split("@", 2)[0];
    }

    /** Ends their links, and their sessions but one. In the current transaction. */
    void store(AccountHolder holder, String chosen, @Nullable SecretHash kept) {
        Caller caller = Caller.current();
        credentials.set(caller.tenant(), holder.id(), chosen, false);
        links.end(holder.id());
        sessions.endAllBut(caller.tenant(), holder.id(), kept);
        letters.tell(holder, Notice.PASSWORD_CHANGED);
    }
}
