package io.keyuan.engine.configuration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two contents differ.
 *
 * @param path of members by their names, of lists of the same length by their indexes: {@code actions[0].text}
 * @param here null where nothing is said
 * @param there the same
 */
record Difference(String path, @Nullable Object here, @Nullable Object there) {

    static List<Difference> between(Map<String, Object> here, Map<String, Object> there) {
        List<Difference> differences = new ArrayList<>();
        compare("", here, there, differences);
        return List.copyOf(differences);
    }

    private static void compare(String path, @Nullable Object here, @Nullable Object there, List<Difference> differences) {
        if (here instanceof Map<?, ?> one && there instanceof Map<?, ?> other) {
            Set<Object> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            names.forEach(name -> compare(path.isEmpty() ? String.valueOf(name) : path + "." + name, one.get(name), other.get(name), differences));
        } else if (here instanceof List<?> one && there instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i), differences);
            }
        } else if (!Objects.equals(here, there)) {
            differences.add(new Difference(path, here, there));
        }
    }
}
