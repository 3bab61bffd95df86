package io.keyuan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The choices of one attribute of one tenant, in their order. */
public final class ChoiceList {

    public static final ChoiceList EMPTY = new ChoiceList(List.of());

    private final Map<String, Item> items = new LinkedHashMap<>();

    public ChoiceList(List<Item> items) {
        items.forEach(item -> this.items.put(item.code(), item));
    }

    public @Nullable Choice find(String code) {
        Item item = items.get(code);
        return item == null ? null : new Choice(item.code(), item.meaning());
    }

    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /**
     * @param label what the tenant calls it; null where the message files' word stands
     * @param active whether new records may take it
     */
    public record Item(String code, @Nullable Enum<?> meaning, @Nullable String label, @Nullable String colour, boolean active) {}
}
