package io.keyuan.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a step stands for one person. */
enum StepState {
    OPEN,
    DONE,
    /** They do without it. */
    SKIPPED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StepState> of(@Nullable String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
