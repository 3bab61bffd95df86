package io.keyuan.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The choices of one attribute of one tenant, in their order. */
public final class ChoiceList {

    public static final ChoiceList EMPTY = new ChoiceList(List.of());

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final @Nullable ChoiceDependency dependency;

    public ChoiceList(List<Item> items) {
        this(items, null);
    }

    public ChoiceList(List<Item> items, @Nullable ChoiceDependency dependency) {
        items.forEach(item -> this.items.put(item.code(), item));
        this.dependency = dependency;
    }

    /** Which of them fit to what another attribute is; null where all do to all. */
    public @Nullable ChoiceDependency dependency() {
        return dependency;
    }

    /** That of a new tenant. */
    public static ChoiceList first(Attribute<?> attribute) {
        return new ChoiceList(attribute.type().options().stream().map(option -> first(attribute, option)).toList());
    }

    private static Item first(Attribute<?> attribute, Option option) {
        boolean initial = attribute.initial() instanceof Choice choice && choice.code().equals(option.code());
        return new Item(option.code(), option.meaning(), Map.of(), option.colour(), true, initial, null);
    }

    public @Nullable Choice find(String code) {
        Item item = items.get(code);
        return item == null ? null : new Choice(item.code(), item.meaning());
    }

    /** How likely a record that has a choice comes to a good end; null where nobody says. */
    public @Nullable BigDecimal chance(@Nullable Choice choice) {
        Item item = choice == null ? null : items.get(choice.code());
        return item == null ? null : item.chance();
    }

    /** Whether records may take it. */
    public boolean isOffered(String code) {
        Item item = items.get(code);
        return item != null && item.active();
    }

    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /** With which one a new record begins, where nobody says another; null where it begins with none. */
    public @Nullable Choice initial() {
        return items.values().stream().filter(Item::initial).findFirst().map(item -> new Choice(item.code(), item.meaning())).orElse(null);
    }

    /** The first one with a meaning that records may take; null where there is none. */
    public @Nullable Choice meaning(Enum<?> meaning) {
        return items.values().stream()
                .filter(item -> item.active() && item.meaning() == meaning)
                .findFirst()
                .map(item -> new Choice(item.code(), meaning))
                .orElse(null);
    }

    /**
     * @param labels what the tenant calls it, by the tag of the language; in one that is not there the message files' word stands, else another of these
     * @param colour one of the look's accents: jade, ochre, cinnabar, indigo, slate, plum
     * @param active whether records may still take it
     * @param initial whether a new record begins with it
     * @param chance how likely a record that has it comes to a good end, of a hundred; null where nobody says
     */
    public record Item(
            String code, @Nullable Enum<?> meaning, Map<String, String> labels, @Nullable String colour, boolean active, boolean initial,
            @Nullable BigDecimal chance) {

        public Item {
            labels = Map.copyOf(labels);
        }
    }
}
