package io.keyuan.engine.automation;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rules that act by themselves, by the objects they are about and their names; they belong to whoever applies the file. */
@Component
class AutomationInFiles extends ListedPart<AutomationRule> {

    private final AutomationRuleController controller;
    private final AutomationRuleStore store;
    private final AutomationRuleJson json;
    private final Portable portable;

    AutomationInFiles(AutomationRuleController controller, AutomationRuleStore store, AutomationRuleJson json, Portable portable) {
        this.controller = controller;
        this.store = store;
        this.json = json;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "automation";
    }

    @Override
    public Stage stage() {
        return Stage.RULES;
    }

    @Override
    protected List<AutomationRule> items() {
        return store.all();
    }

    @Override
    protected String key(AutomationRule item) {
        return item.type().path() + ": " + item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<AutomationRule> items) {
        return portable.out(json.rules(items), "id", "version", "paused", "owner", "lastAt", "failedAt", "waiting", "held");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(body(content));
    }

    @Override
    protected void replace(AutomationRule item, Map<String, Object> content) {
        controller.replace(item.id().toString(), Portable.match(item.version()), body(content));
    }

    private AutomationRuleBody body(Map<String, Object> content) {
        Map<String, Object> body = portable.in(content);
        body.computeIfPresent("actions", (name, actions) -> actions instanceof List<?> list ? list.stream().map(AutomationInFiles::action).toList() : actions);
        return portable.body(body, AutomationRuleBody.class);
    }

    /** Whoever a record is given to can only be a person, and of no other kind. */
    private static Object action(Object action) {
        if (!(action instanceof Map<?, ?> said)) {
            return action;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        said.forEach((name, value) -> body.put(String.valueOf(name), "person".equals(name) ? Map.of("id", Portable.bare(value)) : value));
        return body;
    }

    @Override
    protected void delete(AutomationRule item) {
        controller.delete(item.id().toString());
    }
}
