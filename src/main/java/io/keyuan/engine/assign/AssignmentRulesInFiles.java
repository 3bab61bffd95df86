package io.keyuan.engine.assign;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules of assigning, in the order in which they are asked. */
@Component
class AssignmentRulesInFiles extends ListedPart<AssignmentRule> {

    private static final String PEOPLE = "people";
    private static final String GROUP = "group";
    private static final String VALUES = "values";
    private static final String PERSON = "person";

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
        return portable.out(json.of(items), "id", "version");
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
