package io.keyuan.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of an attribute's choices fit to which of another attribute of the same object.
 *
 * @param attribute the name of that other one
 * @param fits the codes that fit, by the code of the other; to one that is not named all do
 */
public record ChoiceDependency(String attribute, Map<String, Set<String>> fits) {

    public ChoiceDependency {
        Map<String, Set<String>> copy = new HashMap<>();
        fits.forEach((code, fitting) -> copy.put(code, Set.copyOf(fitting)));
        fits = Map.copyOf(copy);
    }

    /**
     * What fits to any of these.
     *
     * @param chosen codes of the other attribute; none restricts nothing
     * @return null where all do
     */
    public @Nullable Set<String> fitting(Collection<String> chosen) {
        if (chosen.isEmpty() || !fits.keySet().containsAll(chosen)) {
            return null;
        }
        Set<String> fitting = new HashSet<>();
        chosen.forEach(code -> fitting.addAll(fits.getOrDefault(code, Set.of())));
        return fitting;
    }

    /** Whether all of these fit to any of those. */
    public boolean fits(Collection<String> codes, Collection<String> chosen) {
        Set<String> fitting = fitting(chosen);
        return fitting == null || fitting.containsAll(codes);
    }

    /** Without what is no choice any more on either side. */
    public ChoiceDependency among(Set<String> own, Set<String> others) {
        Map<String, Set<String>> left = new HashMap<>();
        fits.forEach((code, fitting) -> {
            if (others.contains(code)) {
                Set<String> there = new HashSet<>(fitting);
                there.retainAll(own);
                left.put(code, there);
            }
        });
        return new ChoiceDependency(attribute, left);
    }
}
