package io.keyuan.identity.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Whose records somebody reaches.
 *
 * @param departments those meant by {@link Scope#DEPARTMENTS}
 */
public record Range(Set<Scope> scopes, Set<UUID> departments) {

    public static final Range NOTHING = new Range(Set.of(), Set.of());
    public static final Range ALL = of(Scope.ALL);

    public Range {
        scopes = Set.copyOf(scopes);
        departments = scopes.contains(Scope.DEPARTMENTS) ? Set.copyOf(departments) : Set.of();
    }

    public static Range of(Scope... scopes) {
        return new Range(Set.of(scopes), Set.of());
    }

    public boolean isEmpty() {
        return scopes.isEmpty();
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    Range and(Range other) {
        Set<Scope> both = scopes.isEmpty() ? EnumSet.noneOf(Scope.class) : EnumSet.copyOf(scopes);
        both.addAll(other.scopes());
        Set<UUID> named = new HashSet<>(departments);
        named.addAll(other.departments());
        return new Range(both, named);
    }

    /** What both name; a scope that only one of them names is left out, though the other may reach some of it by another. */
    Range common(Range other) {
        Set<Scope> both = scopes.isEmpty() ? EnumSet.noneOf(Scope.class) : EnumSet.copyOf(scopes);
        both.retainAll(other.scopes());
        Set<UUID> named = new HashSet<>(departments);
        named.retainAll(other.departments());
        return new Range(both, named);
    }
}
