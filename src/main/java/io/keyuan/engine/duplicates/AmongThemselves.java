package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Sameness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records that are to be made together, and which of them are about the same. Those are found as records that are there are: compared
 * where they share a key, and of many that share one only with the first, so that a file of one name costs no more than another.
 */
public final class AmongThemselves {

    private final Sameness sameness;
    private final List<Profile> profiles = new ArrayList<>();
    private final Map<Long, List<Integer>> holders = new HashMap<>();

    public AmongThemselves(Sameness sameness) {
        this.sameness = sameness;
    }

    /**
     * Adds a record.
     *
     * @param values what it is to have of an attribute
     * @return the places of those added before it that it is like, the first one added being 0
     */
    public Set<Integer> add(Function<Attribute<?>, @Nullable Object> values) {
        Profile profile = Profile.of(sameness, values);
        int place = profiles.size();
        Set<Integer> near = new TreeSet<>();
        for (long key : Keys.of(profile)) {
            List<Integer> sharing = holders.computeIfAbsent(key, any -> new ArrayList<>(1));
            near.addAll(sharing);
            if (sharing.size() < KeyStore.MOST) {
                sharing.add(place);
            }
        }
        near.removeIf(other -> !Matcher.compare(profiles.get(other), profile).isSame());
        profiles.add(profile);
        return near;
    }
}
