package io.keyuan.engine.share;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sharing rules by the objects they are about and their names. */
@Component
class SharingRulesInFiles extends ListedPart<RuleController.Shown> {

    private final RuleController controller;
    private final Portable portable;

    SharingRulesInFiles(RuleController controller, Portable portable) {
        this.controller = controller;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "sharing-rules";
    }

    @Override
    public Stage stage() {
        return Stage.RULES;
    }

    @Override
    protected List<RuleController.Shown> items() {
        return controller.list().getOrDefault("items", List.of());
    }

    @Override
    protected String key(RuleController.Shown item) {
        return item.object() + ": " + item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<RuleController.Shown> items) {
        return portable.out(items, "id", "job");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(body(content));
    }

    @Override
    protected void replace(RuleController.Shown item, Map<String, Object> content) {
        controller.change(item.id().toString(), body(content));
    }

    private RuleController.Body body(Map<String, Object> content) {
        return portable.body(portable.in(content), RuleController.Body.class);
    }

    @Override
    protected void delete(RuleController.Shown item) {
        controller.delete(item.id().toString());
    }
}
