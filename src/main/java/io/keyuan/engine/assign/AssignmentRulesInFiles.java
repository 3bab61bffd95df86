package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** The first rule that fits is the one that counts. Those of the file stand in its order, and those it does not have stay where they are. */
    @Override
    public void arrange(List<String> keys) {
        Map<String, AssignmentRule> keyed = keyed();
        Map<ObjectType, List<AssignmentRule>> wanted = keys.stream()
                .map(keyed::get)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(AssignmentRule::type, LinkedHashMap::new, Collectors.toList()));
        wanted.forEach((type, some) -> {
            List<AssignmentRule> now = items().stream().filter(rule -> rule.type().equals(type)).toList();
            Iterator<AssignmentRule> inOrder = some.iterator();
            List<AssignmentRule> then = now.stream().map(rule -> some.contains(rule) ? inOrder.next() : rule).toList();
            if (!then.equals(now)) {
                controller.order(new AssignmentRuleController.Sequence(then.stream().map(rule -> rule.id().toString()).toList()));
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
