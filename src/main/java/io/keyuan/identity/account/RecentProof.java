package io.keyuan.identity.account;

import org.jspecify.annotations.Nullable;

/** Whether whoever the program acts for has just proved who they are: somebody else may sit at their desk, or hold their token. */
public interface RecentProof {

    /** @return why not, as the code of a fault; null where they have, or where it is a command on the program's own machine */
    @Nullable String missing();
}
