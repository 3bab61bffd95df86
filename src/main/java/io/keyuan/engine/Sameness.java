package io.keyuan.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what two records of an object are told to be about the same: said once, in its definition. What is exact decides nearly by
 * itself; a name is compared as people would, and what surrounds it tells namesakes apart.
 */
public final class Sameness {

    /** Whose name it is: people are often called alike, companies hardly ever. */
    public enum Named {
        ORGANISATION,
        PERSON
    }

    private final Attribute<String> name;
    private final Named named;
    private final List<Attribute<String>> exact = new ArrayList<>();
    private final List<Attribute<String>> shared = new ArrayList<>();
    private final List<Attribute<?>> within = new ArrayList<>();
    private final List<Attribute<String>> near = new ArrayList<>();
    private @Nullable Attribute<String> registered;
    private @Nullable Attribute<Choice> kind;
    private @Nullable Enum<?> person;

    private Sameness(Attribute<String> name, Named named) {
        this.name = name;
        this.named = named;
    }

    public static Sameness ofOrganisations(Attribute<String> name) {
        return new Sameness(name, Named.ORGANISATION);
    }

    public static Sameness ofPeople(Attribute<String> name) {
        return new Sameness(name, Named.PERSON);
    }

    /** Where the choice means this, the record's name is that of a person. */
    public Sameness peopleWhere(Attribute<Choice> kind, Enum<?> meaning) {
        this.kind = kind;
        this.person = meaning;
        return this;
    }

    /** What hardly two have, in whichever notation: numbers, addresses. */
    @SafeVarargs
    public final Sameness exact(Attribute<String>... attributes) {
        exact.addAll(List.of(attributes));
        return this;
    }

    /** The code of a register: the same one is the same organisation, another one is another. */
    public Sameness registered(Attribute<String> code) {
        registered = code;
        return this;
    }

    /** What several have together, such as the number of a switchboard: it says something beside a name only. */
    @SafeVarargs
    public final Sameness shared(Attribute<String>... attributes) {
        shared.addAll(List.of(attributes));
        return this;
    }

    /** Where two of one name are hardly two: an organisation, a house, a day of birth. */
    public Sameness within(Attribute<?>... attributes) {
        within.addAll(List.of(attributes));
        return this;
    }

    /** Where names that say nothing else may be of different ones: a town. */
    @SafeVarargs
    public final Sameness near(Attribute<String>... attributes) {
        near.addAll(List.of(attributes));
        return this;
    }

    // ---- read by everybody ----

    public Attribute<String> name() {
        return name;
    }

    public Named named() {
        return named;
    }

    public @Nullable Attribute<Choice> kind() {
        return kind;
    }

    /** What the kind means where the name is a person's; null with it. */
    public @Nullable Enum<?> person() {
        return person;
    }

    public List<Attribute<String>> exact() {
        return List.copyOf(exact);
    }

    public @Nullable Attribute<String> registered() {
        return registered;
    }

    public List<Attribute<String>> shared() {
        return List.copyOf(shared);
    }

    public List<Attribute<?>> within() {
        return List.copyOf(within);
    }

    public List<Attribute<String>> near() {
        return List.copyOf(near);
    }

    /** Everything that is compared. */
    public List<Attribute<?>> compared() {
        List<Attribute<?>> compared = new ArrayList<>(List.of(name));
        compared.addAll(exact);
        compared.addAll(shared);
        compared.addAll(within);
        compared.addAll(near);
        if (registered != null) {
            compared.add(registered);
        }
        if (kind != null) {
            compared.add(kind);
        }
        return List.copyOf(compared);
    }
}
