package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules of assigning, in the order in which they are asked. */
@Component
class AssignmentRulesInFiles extends ListedPart<AssignmentRule> {

    private static final String PEOPLE = "people";
    private static final String GROUP = "group";
    private static final String VALUES = "values";
    private static final String PERSON = "person";
    private static final String PLACE = "place";

    private final AssignmentRuleController controller;
    private final AssignmentRuleStore store;
    private final AssignmentRuleJson json;
    private final Portable portable;

    AssignmentRulesInFiles(AssignmentRuleController controller, AssignmentRuleStore store, AssignmentRuleJson json, Portable portable) {
        this.controller = controller;
        this.store = store;
        this.json = json;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "assignment-rules";
    }

    @Override
    public Stage stage() {
        return Stage.RULES;
    }

    @Override
    protected List<AssignmentRule> items() {
        return store.all();
    }

    @Override
    protected String key(AssignmentRule item) {
        return item.type().path() + ": " + item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<AssignmentRule> items) {
        List<Map<String, Object>> contents = portable.out(json.of(items), "id", "version");
        Map<ObjectType, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            contents.get(i).put(PLACE, places.merge(items.get(i).type(), 1, Integer::sum));
        }
        return contents;
    }

    /** The first rule that fits is the one that counts: those of the file come first, in its order. */
    @Override
    public void arrange(List<String> keys) {
        Map<String, AssignmentRule> keyed = keyed();
        Map<ObjectType, LinkedHashSet<String>> wanted = new LinkedHashMap<>();
        Stream.concat(keys.stream().map(keyed::get).filter(Objects::nonNull), items().stream())
                .forEach(rule -> wanted.computeIfAbsent(rule.type(), any -> new LinkedHashSet<>()).add(rule.id().toString()));
        wanted.forEach((type, ids) -> {
            List<String> now = items().stream().filter(rule -> rule.type().equals(type)).map(rule -> rule.id().toString()).toList();
            if (!keys.isEmpty() && !now.equals(List.copyOf(ids))) {
                controller.order(new AssignmentRuleController.Sequence(List.copyOf(ids)));
            }
        });
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(input(content));
    }

    @Override
    protected void replace(AssignmentRule item, Map<String, Object> content) {
        controller.replace(item.id(), Portable.match(item.version()), input(content));
    }

    /** A rule is written with bare ids where it is answered with names. */
    private RuleInput input(Map<String, Object> content) {
        Map<String, Object> input = new LinkedHashMap<>(portable.in(content));
        input.remove(PLACE);
        input.computeIfPresent(PEOPLE, (name, people) -> Portable.ids(people));
        input.computeIfPresent(GROUP, (name, group) -> group instanceof Map<?, ?> named ? group(named) : group);
        input.computeIfPresent(VALUES, (name, values) -> values instanceof List<?> list ? list.stream().map(AssignmentRulesInFiles::value).toList() : values);
        return portable.body(input, RuleInput.class);
    }

    private Map<String, Object> group(Map<?, ?> named) {
        String kind = String.valueOf(named.get("kind"));
        String object = controller.groupsByKind().getOrDefault(kind, kind);
        return Map.of("id", Portable.bare(named), "object", object);
    }

    private static @Nullable Object value(@Nullable Object each) {
        if (!(each instanceof Map<?, ?> said)) {
            return each;
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("value", String.valueOf(said.get("value")));
        value.put(PERSON, Portable.bare(said.get(PERSON)));
        return value;
    }

    @Override
    protected void delete(AssignmentRule item) {
        controller.delete(item.id());
    }
}
