package io.keyuan.engine.configuration;

import io.keyuan.engine.ConfigurationPart;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A part that is a list of things with names.
 *
 * @param <T> one of them
 */
@NamedInterface("configuration")
public abstract class ListedPart<T> implements ConfigurationPart {

    /** All of them, in an order that does not depend on ids. */
    protected abstract List<T> items();

    /** Its name, and whatever it takes to be found by it. Of several with the same one, those behind the first are numbered. */
    protected abstract String key(T item);

    /** As {@link Portable} makes them, one for each item. */
    protected abstract List<Map<String, Object>> contents(List<T> items);

    protected abstract void create(String key, Map<String, Object> content);

    protected abstract void replace(T item, Map<String, Object> content);

    protected abstract void delete(T item);

    @Override
    public final SequencedMap<String, Map<String, Object>> read() {
        SequencedMap<String, T> keyed = keyed();
        List<Map<String, Object>> contents = contents(List.copyOf(keyed.values()));
        SequencedMap<String, Map<String, Object>> read = new LinkedHashMap<>();
        int place = 0;
        for (String key : keyed.keySet()) {
            read.put(key, contents.get(place++));
        }
        return read;
    }

    @Override
    public final void write(String key, Map<String, Object> content) {
        SequencedMap<String, T> before = keyed();
        T item = before.get(key);
        if (item == null) {
            create(key, content);
        } else {
            replace(item, content);
        }
        // What is as it came is not there, and may be written all the same.
        Set<String> after = keyed().keySet();
        int more = after.size() - before.size();
        if (!after.contains(key) && more == (item == null ? 1 : 0)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("named-otherwise"));
        }
    }

    @Override
    public final void remove(String key) {
        T item = keyed().get(key);
        if (item == null) {
            throw Problem.notFound();
        }
        delete(item);
    }

    /** By their keys, in their order. */
    protected final SequencedMap<String, T> keyed() {
        SequencedMap<String, T> keyed = new LinkedHashMap<>();
        for (T item : items()) {
            String name = key(item);
            String key = name;
            for (int number = 2; keyed.containsKey(key); number++) {
                key = name + " #" + number;
            }
            keyed.put(key, item);
        }
        return keyed;
    }

    /** Without what is not said. */
    protected static Map<String, Object> said(Map<String, ? extends @Nullable Object> content) {
        return content.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Object) java.util.Objects.requireNonNull(entry.getValue()), (one, other) -> other, LinkedHashMap::new));
    }
}
