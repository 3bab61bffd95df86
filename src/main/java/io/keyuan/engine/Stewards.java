package io.keyuan.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands for a company where the program itself takes on work for it that people shall see. */
@FunctionalInterface
public interface Stewards {

    /** The administrator who has been there longest, in the language most people read; null where none may sign in. */
    @Nullable Caller of(UUID tenant);
}
