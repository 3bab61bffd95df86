package io.keyuan.engine.configuration;

import io.keyuan.engine.Fault;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what the API answers into what another installation understands, and back: people, groups and roles, which are
 * {@code {"id": …}} here, stand in files by what they are called, as {@code {user: lin}}, {@code {team: 华东}}, {@code {role: manager}}.
 * What else has an id keeps it.
 */
@NamedInterface("configuration")
@Component
public class Portable {

    private static final String ID = "id";
    private static final String ROLE = "role";

    private final Principals principals;
    private final KnownRoles roles;
    private final JsonMapper json;
    private final JsonMapper strict;

    Portable(Principals principals, KnownRoles roles, JsonMapper json) {
        this.principals = principals;
        this.roles = roles;
        this.json = json;
        strict = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /**
     * @param shown as the API answers them
     * @param without what is not set up but made here, such as ids and versions
     */
    public List<Map<String, Object>> out(Collection<?> shown, String... without) {
        Set<String> left = Set.of(without);
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Object each : shown) {
            Map<String, Object> tree = tree(each);
            tree.keySet().removeAll(left);
            trees.add(tree);
        }
        Set<UUID> ids = new HashSet<>();
        trees.forEach(tree -> tree.values().forEach(value -> collect(value, ids)));
        Map<UUID, Map<String, Object>> named = named(ids);
        trees.forEach(tree -> tree.replaceAll((name, value) -> named(value, named)));
        return trees;
    }

    private Map<String, Object> tree(Object shown) {
        Map<String, @Nullable Object> tree = json.convertValue(shown, json.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        return ListedPart.said(tree);
    }

    private static void collect(@Nullable Object value, Set<UUID> ids) {
        if (value instanceof Map<?, ?> map) {
            UUID id = id(map.get(ID));
            if (id != null) {
                ids.add(id);
            }
            map.values().forEach(each -> collect(each, ids));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> collect(each, ids));
        }
    }

    private Map<UUID, Map<String, Object>> named(Set<UUID> ids) {
        Map<UUID, Map<String, Object>> named = new LinkedHashMap<>();
        principals.known(ids).forEach((id, known) -> named.put(id, Map.of(known.kind(), known.name())));
        roles.keys().forEach((id, key) -> named.put(id, Map.of(ROLE, key)));
        return named;
    }

    private static Object named(Object value, Map<UUID, Map<String, Object>> named) {
        if (value instanceof Map<?, ?> map) {
            UUID id = id(map.get(ID));
            Map<String, Object> name = id == null ? null : named.get(id);
            if (name != null) {
                return name;
            }
            Map<String, Object> rest = new LinkedHashMap<>();
            // What something with an id is called is no part of what is set up.
            map.forEach((key, each) -> {
                if (each != null && !(id != null && "title".equals(key))) {
                    rest.put(String.valueOf(key), named(each, named));
                }
            });
            return rest;
        }
        return value instanceof Collection<?> list ? list.stream().filter(Objects::nonNull).map(each -> named(each, named)).toList() : value;
    }

    /** As the API takes it: whoever is named has an id. */
    public Map<String, Object> in(Map<String, Object> content) {
        Map<String, Object> tree = new LinkedHashMap<>();
        content.forEach((name, value) -> tree.put(name, identified(value, name)));
        return tree;
    }

    private Object identified(Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1) {
                Map.Entry<?, ?> only = map.entrySet().iterator().next();
                String kind = String.valueOf(only.getKey());
                if (only.getValue() instanceof String name && (kind.equals(ROLE) || principals.kinds().contains(kind))) {
                    return Map.of(ID, id(kind, name, path).toString(), "kind", kind);
                }
            }
            Map<String, Object> tree = new LinkedHashMap<>();
            map.forEach((key, each) -> tree.put(String.valueOf(key), identified(each, path + "." + key)));
            return tree;
        }
        if (value instanceof List<?> list) {
            List<Object> tree = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                tree.add(identified(list.get(i), path + "[" + i + "]"));
            }
            return tree;
        }
        return value;
    }

    /**
     * Who is called so here.
     *
     * @param kind {@code role}, or one of {@link Principals#kinds}
     * @throws Problem where nobody is, or several are
     */
    public UUID id(String kind, String name, String path) {
        List<UUID> found = kind.equals(ROLE)
                ? roles.keys().entrySet().stream().filter(role -> role.getValue().equals(name)).map(Map.Entry::getKey).toList()
                : principals.named(kind, name);
        if (found.size() != 1) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, found.isEmpty() ? "nobody-called-so" : "several-called-so"));
        }
        return found.getFirst();
    }

    /** Ids of whoever is named in a list, in its order; as the API takes them where it wants nothing but ids. */
    public static List<String> ids(@Nullable Object named) {
        return named instanceof List<?> list ? list.stream().map(Portable::bare).toList() : List.of();
    }

    /** The id of what has one; what has none is answered as it is. */
    public static String bare(@Nullable Object named) {
        return String.valueOf(named instanceof Map<?, ?> map && map.get(ID) != null ? map.get(ID) : named);
    }

    /** @throws Problem where a file says what is every installation's own, and would be read by others in a file */
    public static void requireWithout(Map<String, Object> content, String... names) {
        Fault[] faults = Stream.of(names).filter(content::containsKey).map(name -> Fault.at(name, "not-in-files")).toArray(Fault[]::new);
        if (faults.length > 0) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults);
        }
    }

    /** That it is written as it was read. */
    public static String match(long version) {
        return "\"" + version + "\"";
    }

    /**
     * What is to be done, as the API takes it.
     *
     * @throws Problem where it says something that has no meaning, or has another form
     */
    public <T> T body(Map<String, Object> content, Class<T> type) {
        try {
            return strict.convertValue(content, type);
        } catch (DatabindException wrong) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path(wrong), "not-understood"));
        } catch (JacksonException wrong) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("not-understood"));
        }
    }

    private static String path(DatabindException wrong) {
        StringBuilder path = new StringBuilder();
        wrong.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.toString();
    }

    private static @Nullable UUID id(@Nullable Object text) {
        try {
            return text instanceof String string ? UUID.fromString(string) : text instanceof UUID id ? id : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
