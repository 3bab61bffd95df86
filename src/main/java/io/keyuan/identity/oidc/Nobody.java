package io.keyuan.identity.oidc;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import java.util.Locale;
import java.util.UUID;

/** Whoever stands at the door of a company: statements name the company, and nobody may anything. */
final class Nobody {

    private Nobody() {}

    static <T, E extends Exception> T at(UUID tenant, As.Work<T, E> work) throws E {
        return at(tenant, Languages.ENGLISH, work);
    }

    static <T, E extends Exception> T at(UUID tenant, Locale language, As.Work<T, E> work) throws E {
        return As.call(new Caller(tenant, Caller.NOBODY, false, language, null), work);
    }
}
