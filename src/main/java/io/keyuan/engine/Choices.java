package io.keyuan.engine;

import java.util.List;

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
}
