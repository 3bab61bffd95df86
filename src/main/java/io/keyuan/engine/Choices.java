package io.keyuan.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several of a tenant's choices, as a record holds them.
 *
 * @param codes in the order of the list, none twice
 */
public record Choices(List<String> codes) {

    public static final Choices NONE = new Choices(List.of());

    public Choices {
        codes = List.copyOf(codes);
    }

    public static Choices of(String... codes) {
        return new Choices(List.of(codes));
    }

    /** The codes that any attribute's value names: one of a choice, several of choices, none of what is neither. */
    public static List<String> codesOf(@Nullable Object value) {
        return switch (value) {
            case Choice choice -> List.of(choice.code());
            case Choices choices -> choices.codes();
            case null, default -> List.of();
        };
    }
}
