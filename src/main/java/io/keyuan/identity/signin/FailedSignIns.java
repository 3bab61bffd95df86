package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Languages;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps that somebody tried to be somebody: in the background, or the time it takes would tell that there is such a login. */
@Component
final class FailedSignIns {

    private final AccountHolders holders;
    private final Callers callers;
    private final SignInTrail trail;
    private final Background background;

    FailedSignIns(AccountHolders holders, Callers callers, SignInTrail trail, Background background) {
        this.holders = holders;
        this.callers = callers;
        this.trail = trail;
        this.background = background;
    }

    /** @param tenant null where there is none of the name */
    void note(@Nullable UUID tenant, String login, HttpServletRequest request) {
        String address = ClientAddress.of(request).text();
        if (tenant != null) {
            background.execute(() -> holders.signingIn(tenant, login).ifPresent(holder -> keep(tenant, holder, address)));
        }
    }

    private void keep(UUID tenant, AccountHolder holder, String address) {
        Caller caller = callers.of(tenant, holder.id(), Languages.ENGLISH);
        if (caller != null) {
            caller.run(() -> trail.signInFailed(holder.id(), "password", address));
        }
    }
}
