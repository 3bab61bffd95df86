package io.keyuan.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of a tenant's choices, as a record holds it.
 *
 * @param meaning the fixed meaning rules rely on; null where the attribute has none, or where only the code was read
 */
public record Choice(String code, @Nullable Enum<?> meaning) {

    public static Choice of(String code) {
        return new Choice(code, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choice choice && code.equals(choice.code);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(code);
    }
}
